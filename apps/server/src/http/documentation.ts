import { hash } from 'node:crypto';
import { type Failures, openApi } from '@latchkey/contract';
import type { FastifyInstance } from 'fastify';
import type { Bound } from './bind.ts';
import { referencePage, style } from './reference-page.ts';

type Needs = {
  readonly routes: readonly Bound[];
  readonly publicUrl: () => string;
  readonly version: string;
  readonly failures: Failures;
};

/** Without a script, so that there is nothing for Trusted Types to allow; the one style by its hash. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'content-type': 'text/html; charset=utf-8',
} as const;

/** `/openapi.json` and the page `/docs`; both are made at their first request. */
export function documentation({ routes, publicUrl, version, failures }: Needs) {
  const contract = routes.map(({ route }) => route);
  let document: string | undefined;
  let page: string | undefined;
  return async (app: FastifyInstance): Promise<void> => {
    app.get('/openapi.json', async (_request, reply) => {
      document ??= JSON.stringify(openApi(contract, { version, url: publicUrl(), failures }));
      return reply.type('application/json').send(document);
    });
    app.get('/docs', async (_request, reply) => {
      page ??= referencePage(contract, { version, failures });
      return reply.headers(pageHeaders).send(page);
    });
  };
}
