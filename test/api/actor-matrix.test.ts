import { isOfStore, permissionInStore, permissionsFor, type Route, routes } from '@latchkey/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { bodyOf, namesThings, type Things, urlOf } from '../support/request-of.ts';
import { seedOneOfEach } from '../support/seed-one-of-each.ts';
import { type TestClient, type TestServer, testServer } from '../support/server.ts';

/** Every route of the contract by every kind of actor: what each is answered, and what nobody may be. */
let server: TestServer;
let demo: TestClient;
let other: TestClient;
let existing: Things;
/** Credentials that once were good, or look as if they were. */
let refused: Readonly<Record<string, Record<string, string>>>;
let ids: { readonly seeded: string; readonly second: string };

const stores = '/api/identity-store/stores';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const guarded = routes.filter(({ permission }) => permission !== 'public');
const form = { 'content-type': 'application/x-www-form-urlencoded' };

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
  other = await server.client('other');
  existing = await seedOneOfEach(demo);
  const second = await demo.call('POST', stores, { name: 'second' });
  ids = { seeded: (await demo.call('GET', `${stores}/customers`)).body.id, second: second.body.id };
  refused = await refusedCredentials();
});
afterAll(() => server.close());

async function refusedCredentials() {
  const client = { ...demo, tenant: 'demo', name: 'demo', permissions: [] };
  const good = await server.access.tokens.issue(client);
  const revoked = await server.access.tokens.issue(client);
  const asked = `token=${revoked}&client_id=${demo.clientId}&client_secret=${demo.clientSecret}`;
  expect((await server.call('POST', '/oauth/revoke', asked, form)).status).toBe(200);
  const [blocked, deleted] = [await server.client('demo'), await server.client('demo')];
  await demo.call('POST', `/api/arthr/apiKeys/${blocked.id}`, { status: 'BLOCKED' });
  await demo.call('DELETE', `/api/arthr/apiKeys/${deleted.id}`);
  server.clock.now -= 2 * 3_600_000;
  const expired = await server.access.tokens.issue(client);
  server.clock.now += 2 * 3_600_000;
  const [header, payload, signature = ''] = good.split('.');
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  const foreign = Buffer.from(JSON.stringify({ ...claimsOf(good), tenant: 'other' })).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  return {
    nobody: {},
    malformed: bearer('x.y.z'),
    truncated: bearer(good.slice(0, -1)),
    'bad signature': bearer(`${header}.${payload}.${flipped}`),
    'other tenant written in': bearer(`${header}.${foreign}.${signature}`),
    'no algorithm': bearer(`${none}.${payload}.`),
    expired: bearer(expired),
    revoked: bearer(revoked),
    'unknown key': bearer(`lk_${'A'.repeat(43)}`),
    'blocked key': bearer(blocked.code),
    'deleted key': bearer(deleted.code),
    'forged session': {
      cookie: `__Host-latchkey_session=${'A'.repeat(43)}; latchkey_session=${'A'.repeat(43)}`,
    },
  };
}

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

type Answer = Awaited<ReturnType<TestClient['call']>>;
/** Everything that a client can see of an answer, without what names or counts the very request. */
const bytes = ({ status, body, headers }: Answer): string => {
  const { traceId: _t, instance: _i, ...rest } = Object(body);
  const { date: _d, ratelimit: _r, ...seen } = headers;
  return JSON.stringify([status, rest, { ...seen, 'content-length': undefined }]);
};

/** Answers that nobody expects, one a line, over all routes. */
async function unexpected(
  judge: (route: Route, say: (what: string, answer: Answer) => void) => Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const route of guarded) {
    await judge(route, (what, { status, body }) =>
      found.push(`${route.method} ${route.path}, ${what}: ${status} ${body?.code ?? ''}`),
    );
  }
  return found;
}

const ask = (client: Pick<TestClient, 'call'>, route: Route, things: Things = existing, headers = {}) =>
  client.call(route.method, urlOf(route, things), bodyOf(route), headers);

test('who is nobody, or nobody any more, is 401 on every route', { timeout: 120_000 }, async () => {
  const found = await unexpected(async (route, say) => {
    for (const [who, headers] of Object.entries(refused)) {
      const answer = await ask(server, route, existing, headers);
      if (answer.status !== 401 || answer.headers['www-authenticate'] === undefined) say(who, answer);
    }
  });
  expect(found).toEqual([]);
});

test('who lacks the permission is 403 on every route, and the answer is the same for what is not there', async () => {
  const found = await unexpected(async (route, say) => {
    const enough = new Set(permissionsFor('demo', route));
    const poor = await server.client(
      'demo',
      allPermissions('demo').filter((one) => !enough.has(one)),
    );
    const [there, nowhere] = [await ask(poor, route), await ask(poor, route, [])];
    if (there.status !== 403) say('missing permission', there);
    if (bytes(there) !== bytes(nowhere)) say('missing permission, nothing there', nowhere);
  });
  expect(found).toEqual([]);
});

test('what is another tenant’s is answered as what is not there, to the byte', async () => {
  const found = await unexpected(async (route, say) => {
    if (!namesThings(route)) return;
    const [foreign, nowhere] = [await ask(other, route), await ask(other, route, [])];
    if (foreign.status !== 404) say('other tenant', foreign);
    if (bytes(foreign) !== bytes(nowhere)) say('other tenant, nothing there', nowhere);
  });
  expect(found).toEqual([]);
});

test('who has the permission in another store is 404 in this one as in none, and 403 beyond stores', async () => {
  const found = await unexpected(async (route, say) => {
    const held = permissionInStore('demo', ids.second, route.permission);
    if (!isOfStore(route)) {
      const { status } = await demo.call('POST', '/api/arthr/apiKeys', { name: 'x', permissions: [held] });
      if (status !== 400 && !guarded.some((one) => isOfStore(one) && one.permission === route.permission))
        say('a store’s permission that is of no store', { status, body: {}, headers: {} });
      return;
    }
    const scoped = await server.client('demo', [held]);
    const [there, nowhere] = [await ask(scoped, route), await ask(scoped, route, [])];
    if (there.status !== 404) say('permission on another store', there);
    if (bytes(there) !== bytes(nowhere)) say('permission on another store, no such store', nowhere);
  });
  expect(found).toEqual([]);
});

test('who has the permission in this store alone gets there what everybody gets who has it', async () => {
  const reads = guarded.filter((route) => isOfStore(route) && route.method === 'GET');
  expect(reads.length).toBeGreaterThan(8);
  for (const route of reads) {
    const scoped = await server.client('demo', [permissionInStore('demo', ids.seeded, route.permission)]);
    const [own, everywhere] = [await ask(scoped, route), await ask(demo, route)];
    expect([route.id, own.status, own.body]).toEqual([route.id, everywhere.status, everywhere.body]);
  }
});

test('nothing of all this was a failure of the server', () => {
  expect(server.log).toEqual([]);
});
