import { hash } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRates } from '../../apps/server/src/limits/rate.ts';
import { type Composed, composed } from '../support/composed.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../support/journey-world.ts';
import { shortest } from '../support/seed-one-of-each.ts';

let world: JourneyWorld;
/** Where everybody asks from. */
const remoteAddress = '203.0.113.1';
let crowded: Composed;
let links: {
  readonly pt: string;
  readonly page: string;
  readonly instance: string;
  readonly cookie: string;
  readonly run: string;
};
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
  const said = await world.call('POST', `${world.store}/relyingParties/localhost`, {
    relatedOrigins: ['https://related.example'],
    enrollUrl: 'http://localhost:3000/enroll',
  });
  expect(said.body).toMatchObject({ relatedOrigins: ['https://related.example'] });
  const { body: run } = await world.call('POST', '/api/process-manager/testRuns', {
    definitionName: 'any',
    resources: { bpmn: { data: shortest, type: 'BPMN' } },
  });
  crowded = await composed(world.database, {
    secretKey: world.secretKey,
    rates: readRates('link=1') as NonNullable<ReturnType<typeof readRates>>,
  });
  for (let one = 0; one < 5; one += 1)
    await crowded.app.inject({ url: '/web/trustweb?pt=nothing', remoteAddress });
  links = {
    pt,
    run: `/web/trustweb/test-${run.id}`,
    page: new URL(String(page.previewUrl ?? body.previewUrl)).pathname,
    instance: started.json().location,
    cookie: String(started.headers['set-cookie']).split(';')[0] ?? '',
  };
});
afterAll(async () => {
  await crowded?.close();
  await world?.close();
});

type Kind = {
  readonly name: string;
  readonly url: () => string;
  readonly status: number;
  readonly isContent?: true;
  /** Of a server that others have asked too much. */
  readonly isCrowded?: true;
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
  {
    name: 'a journey of nobody',
    url: () => `/web/trustweb/${newId()}`,
    status: 410,
    policy: [...ours, ...typed],
  },
  {
    name: 'a link that too many have opened',
    url: () => '/web/trustweb?pt=nothing',
    status: 429,
    isCrowded: true,
    policy: [...ours, ...typed],
  },
  {
    name: 'the journey of a test run',
    url: () => links.run,
    status: 200,
    headers: () => ({ authorization: `Bearer ${world.keys.demo}` }),
    policy: [...ours.slice(0, 3), "frame-ancestors 'self'", ...typed],
  },
  {
    name: 'a test run, to somebody who is not signed in',
    url: () => links.run,
    status: 401,
    policy: ["default-src 'none'", nobody],
  },
  {
    name: 'the script for other sites',
    url: () => '/web/trustweb/embed.js',
    status: 200,
    policy: ["default-src 'none'", nobody],
  },
  {
    name: 'the related origins of a relying party',
    url: () => '/.well-known/webauthn',
    status: 200,
    policy: ["default-src 'none'", nobody],
  },
  {
    name: 'the addresses of a relying party',
    url: () => '/.well-known/passkey-endpoints',
    status: 200,
    policy: ["default-src 'none'", nobody],
  },
  {
    name: 'what tells OAuth clients of the server',
    url: () => '/.well-known/oauth-authorization-server',
    status: 200,
    policy: ["default-src 'none'", nobody],
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

/** Only what other sites are to load may be loaded by them. */
const resourcePolicyOf = ({ name, isContent, status }: Kind): string =>
  (isContent && status === 200) || /other sites|of a relying party/.test(name)
    ? 'cross-origin'
    : 'same-origin';

const hostOf = ({ isContent, isCrowded }: Kind) => {
  if (isCrowded) return crowded.app;
  return isContent ? world.server.contentHost : world.server.app;
};
const open = (kind: Kind) => {
  const { url, headers } = kind;
  return hostOf(kind).inject({
    url: url(),
    headers: { ...html, ...headers?.() },
    remoteAddress,
  });
};

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
    expect(answer.headers['cross-origin-resource-policy']).toBe(resourcePolicyOf(kind));
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
