import { hash } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyWorld, journeyWorld, newToken } from '../support/journey-world.ts';

let world: JourneyWorld;
let links: { readonly pt: string; readonly page: string; readonly instance: string; readonly cookie: string };
beforeAll(async () => {
  world = await journeyWorld();
  const { body } = await world.call('POST', '/api/theme-server/customPages', {
    name: 'draft',
    documents: [{ path: 'index.html', text: '<h1>Draft</h1>' }],
  });
  const { body: page } = await world.call('GET', `/api/theme-server/customPages/${body.id}`);
  const [pt, used] = [await newToken(world.call, 'guide'), await newToken(world.call, 'guide')];
  const started = await world.server.app.inject({
    method: 'POST',
    url: '/web/trustweb/start',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    payload: { pt: used },
  });
  links = {
    pt,
    page: new URL(String(page.previewUrl ?? body.previewUrl)).pathname,
    instance: started.json().location,
    cookie: String(started.headers['set-cookie']).split(';')[0] ?? '',
  };
});
afterAll(() => world.close());

type Kind = {
  readonly name: string;
  readonly url: () => string;
  readonly status: number;
  readonly isContent?: true;
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Parts of the policy that it must have. */
  readonly policy: readonly string[];
};

const html = { accept: 'text/html' };
const nobody = "frame-ancestors 'none'";
const ours = ["default-src 'none'", "base-uri 'none'", "form-action 'self'", nobody];
const typed = ["require-trusted-types-for 'script'", 'trusted-types latchkey'];
const kinds: readonly Kind[] = [
  {
    name: 'the page of a link',
    url: () => `/web/trustweb?pt=${links.pt}`,
    status: 200,
    policy: [...ours, ...typed],
  },
  {
    name: 'a journey',
    url: () => links.instance,
    status: 200,
    headers: () => ({ cookie: links.cookie }),
    policy: [...ours, ...typed],
  },
  {
    name: 'a link that has ended',
    url: () => `/web/trustweb?pt=${newId()}`,
    status: 410,
    policy: [...ours, ...typed],
  },
  {
    name: 'the Backoffice',
    url: () => '/backoffice/',
    status: 200,
    policy: [
      ...ours,
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default latchkey-inert',
    ],
  },
  {
    name: 'the API reference',
    url: () => '/docs',
    status: 200,
    policy: [
      "default-src 'none'",
      "style-src 'sha256-",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      nobody,
    ],
  },
  {
    name: 'a Custom Page',
    url: () => links.page,
    status: 200,
    isContent: true,
    policy: [
      'sandbox allow-scripts allow-forms',
      "default-src 'none'",
      "form-action 'none'",
      'frame-ancestors http',
    ],
  },
  {
    name: 'nothing on the content host',
    url: () => '/nothing',
    status: 404,
    isContent: true,
    policy: [nobody],
  },
  { name: 'an unknown address', url: () => '/nothing', status: 404, policy: ["default-src 'none'", nobody] },
  { name: 'a broken address', url: () => '/%zz', status: 400, policy: ["default-src 'none'", nobody] },
  {
    name: 'the API without a key',
    url: () => '/api/identity-store/stores',
    status: 401,
    policy: ["default-src 'none'", nobody],
  },
  {
    name: 'the description of the API',
    url: () => '/openapi.json',
    status: 200,
    policy: ["default-src 'none'", nobody],
  },
  { name: 'health', url: () => '/health/live', status: 200, policy: ["default-src 'none'", nobody] },
];

const open = ({ url, isContent, headers }: Kind) =>
  (isContent ? world.server.contentHost : world.server.app).inject({
    url: url(),
    headers: { ...html, ...headers?.() },
  });

describe.each(kinds)('$name', (kind) => {
  test('says what it may do, who may frame it, and that its type is its type', async () => {
    const answer = await open(kind);
    expect(answer.statusCode).toBe(kind.status);
    const policies = String(answer.headers['content-security-policy']).split('; ');
    for (const part of kind.policy) expect(policies.some((one) => one.startsWith(part))).toBe(true);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(['no-referrer', 'same-origin']).toContain(answer.headers['referrer-policy']);
    expect(answer.headers['permissions-policy']).toContain('publickey-credentials-create=');
    const isSelf = String(answer.headers['permissions-policy']).includes(
      'publickey-credentials-create=(self)',
    );
    expect(isSelf).toBe(/journey|link|Backoffice/.test(kind.name));
  });

  test('has scripts and styles of ours alone, by a nonce that is new each time', async () => {
    if (kind.isContent) return;
    const [one, other] = [await open(kind), await open(kind)].map((answer) =>
      String(answer.headers['content-security-policy']),
    );
    for (const policy of [one, other]) {
      expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|http:( |;|$)/);
    }
    const nonce = /'nonce-([^']{22,})'/;
    if (nonce.test(one ?? '')) expect(nonce.exec(one ?? '')?.[1]).not.toBe(nonce.exec(other ?? '')?.[1]);
  });
});

test('the API reference has the style that its policy names', async () => {
  const answer = await world.server.app.inject({ url: '/docs' });
  const style = /<style>([^<]*)<\/style>/.exec(answer.body)?.[1] ?? '';
  const named = `'sha256-${hash('sha256', style, 'base64')}'`;
  expect(answer.headers['content-security-policy']).toContain(named);
});

describe('what another site sends', () => {
  const post = (url: string, headers: Readonly<Record<string, string>>) =>
    world.server.app.inject({ method: 'POST', url, headers, payload: {} });

  test.each(['cross-site', 'same-site', 'none'])('%s changes nothing in a journey', async (site) => {
    const headers = { 'sec-fetch-site': site, origin: 'https://evil.example', cookie: links.cookie };
    for (const url of [
      '/web/trustweb/start',
      `${links.instance}/tasks/t1`,
      `${links.instance}/tasks/t1/refusals`,
    ])
      expect((await post(url, headers)).json()).toMatchObject({ code: 'journey.cross-site', status: 403 });
  });

  test('a foreign origin changes nothing where a browser has no Fetch Metadata', async () => {
    const answer = await post('/web/trustweb/start', { origin: 'https://evil.example' });
    expect(answer.json().code).toBe('journey.cross-site');
  });
});
