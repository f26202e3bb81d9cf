import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';
import { staleForMs } from './authentication.ts';

let server: TestServer;
let demo: TestClient;
const keys = '/api/arthr/apiKeys';
const stores = '/api/identity-store/stores';

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
});
afterAll(() => server.close());

const withKey = (code: string) => server.call('GET', stores, undefined, { 'x-api-key': code });

describe('an API key', () => {
  test('shows its secrets once', async () => {
    const created = await demo.call('POST', keys, { name: 'ci', permissions: ['IdentityStore:listStores'] });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      type: 'PERMANENT',
      status: 'ACTIVE',
      permissions: ['TNT#demo#IdentityStore:listStores'],
      code: expect.stringMatching(/^lk_/),
      clientSecret: expect.stringMatching(/^ls_/),
    });
    const { code, clientSecret, ...rest } = created.body;
    expect((await demo.call('GET', `${keys}/${rest.id}`)).body).toEqual(rest);
    const list = await demo.call('GET', `${keys}?name=ci`);
    expect(list.body.content).toEqual([rest]);
    const stored = await server.owner.rows({
      name: 'test.secrets',
      text: 'select hash::text from api_secrets',
    });
    expect(JSON.stringify(stored)).not.toContain(code.slice(3));
  });

  test('is taken as X-API-Key, as a bearer, and in exchange for a token', async () => {
    expect((await withKey(demo.code)).status).toBe(200);
    expect((await demo.call('GET', stores)).status).toBe(200);
    for (const body of [undefined, {}]) {
      const issued = await server.call('POST', `${keys}/issue`, body, { 'X-API-Key': demo.code });
      expect(issued.body).toEqual({ token: expect.any(String), ttl: 3600 });
      const authorization = `Bearer ${issued.body.token}`;
      expect((await server.call('GET', stores, undefined, { authorization })).status).toBe(200);
    }
    expect((await server.call('POST', `${keys}/issue`, {}, { 'X-API-Key': 'lk_no' })).status).toBe(401);
    expect((await server.call('POST', `${keys}/issue`, {})).status).toBe(401);
  });

  test('that was blocked, or lost a permission, stops within the documented time', async () => {
    const { body: key } = await demo.call('POST', keys, {
      name: 'b',
      permissions: ['IdentityStore:listStores'],
    });
    expect((await withKey(key.code)).status).toBe(200);
    await demo.call('POST', `${keys}/${key.id}`, { permissions: [] });
    server.clock.now += staleForMs;
    expect((await withKey(key.code)).status).toBe(403);
    await demo.call('POST', `${keys}/${key.id}`, { status: 'BLOCKED' });
    server.clock.now += staleForMs;
    expect((await withKey(key.code)).status).toBe(401);
    expect((await demo.call('DELETE', `${keys}/${key.id}`)).status).toBe(204);
    expect((await demo.call('GET', `${keys}/${key.id}`)).body.code).toBe('api-key.not-found');
  });

  test('of type SESSION needs an end to come', async () => {
    const create = async (fields: object) => (await demo.call('POST', keys, { name: 's', ...fields })).status;
    expect(await create({ type: 'SESSION' })).toBe(400);
    expect(await create({ type: 'SESSION', expiringDtm: '2001-01-01T00:00:00Z' })).toBe(400);
    expect(await create({ type: 'SESSION', expiringDtm: 'soon' })).toBe(400);
    expect(await create({ type: 'PERMANENT', expiringDtm: '2999-01-01T00:00:00Z' })).toBe(400);
    expect(await create({ type: 'SESSION', expiringDtm: '2999-01-01T00:00:00Z' })).toBe(201);
  });

  test('cannot be given what its maker does not hold', async () => {
    const poor = await server.client('demo', ['ArthrServer:createTenantApiKey']);
    const refused = await poor.call('POST', keys, { name: 'x', permissions: ['IdentityStore:deleteStore'] });
    expect([refused.status, refused.body.code]).toEqual([403, 'api-key.permission-not-held']);
    for (const permission of ['TNT#other#IdentityStore:listStores', 'IdentityStore:everything', 'toString']) {
      const { status, body } = await demo.call('POST', keys, { name: 'x', permissions: [permission] });
      expect([status, body.errors[0].pointer]).toEqual([400, '/permissions/0']);
    }
  });

  test('of another tenant is absent', async () => {
    const other = await server.client('other');
    expect((await other.call('GET', `${keys}/${demo.id}`)).status).toBe(404);
    expect((await other.call('POST', `${keys}/${demo.id}`, { status: 'BLOCKED' })).status).toBe(404);
    expect((await other.call('DELETE', `${keys}/${demo.id}`)).status).toBe(404);
  });
});
