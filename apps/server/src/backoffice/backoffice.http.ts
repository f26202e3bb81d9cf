import { type BackofficeAssets, backofficePath, noncePlaceholder } from '@latchkey/backoffice';
import type { FastifyInstance } from 'fastify';
import { hashedFiles } from '../http/hashed-files.ts';
import { backofficeHeaders, fileHeaders } from './backoffice-headers.ts';

type Needs = {
  readonly assets: BackofficeAssets;
  /** Where pages of tenants are looked at. */
  readonly contentUrl: () => string | undefined;
  /** A fresh random text for each page. */
  readonly newNonce: () => string;
};

/** The Backoffice: its page for every address below `/backoffice/`, and the files that the page loads. */
export const backofficeHttp =
  ({ assets, contentUrl, newNonce }: Needs) =>
  (app: FastifyInstance): void => {
    hashedFiles(app, {
      directory: assets.directory,
      prefix: `${backofficePath}assets/`,
      headers: fileHeaders,
    });
    const page = () => {
      const nonce = newNonce();
      return {
        html: assets.html.replaceAll(noncePlaceholder, nonce),
        headers: backofficeHeaders(nonce, contentUrl()),
      };
    };
    app.get('/', (_request, reply) => reply.redirect(backofficePath, 302));
    app.get(backofficePath.slice(0, -1), (_request, reply) => reply.redirect(backofficePath, 308));
    app.get(`${backofficePath}*`, (_request, reply) => {
      const { html, headers } = page();
      return reply.headers(headers).type('text/html; charset=utf-8').send(html);
    });
  };
