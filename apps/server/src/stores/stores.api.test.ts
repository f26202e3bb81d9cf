import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';

let server: TestServer;
let demo: TestClient;
const stores = '/api/identity-store/stores';

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
});
afterAll(() => server.close());

describe('an identity store', () => {
  test('is created with defaults, read, changed and deleted', async () => {
    const created = await demo.call('POST', stores, { name: 'customers' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      name: 'customers',
      description: '',
      defaultTimeZone: 'UTC',
      defaultUserStatus: 'ACTIVE',
      maxUsers: 1_000_000,
      maxPasskeysPerUser: 20,
      createdBy: 'API Key: demo',
    });
    const change = { name: 'clients', maxUsers: 5, defaultLocaleCountry: 'de', defaultUserStatus: 'pending' };
    const changed = await demo.call('POST', `${stores}/customers`, change);
    expect(changed.body).toMatchObject({
      id: created.body.id,
      name: 'clients',
      maxUsers: 5,
      defaultLocaleCountry: 'DE',
      defaultUserStatus: 'PENDING_ACTIVE',
    });
    expect((await demo.call('GET', `${stores}/clients`)).body).toEqual(changed.body);
    expect((await demo.call('DELETE', `${stores}/clients`)).status).toBe(204);
    expect((await demo.call('GET', `${stores}/clients`)).body.code).toBe('store.not-found');
  });

  test('has a name of its own in its tenant', async () => {
    const other = await server.client('other');
    await demo.call('POST', stores, { name: 'one' });
    await demo.call('POST', stores, { name: 'two' });
    expect((await demo.call('POST', stores, { name: 'one' })).body.code).toBe('store.name-not-unique');
    expect((await demo.call('POST', `${stores}/two`, { name: 'one' })).body.code).toBe(
      'store.name-not-unique',
    );
    expect((await other.call('POST', stores, { name: 'one' })).status).toBe(201);
    expect((await other.call('GET', `${stores}/two`)).status).toBe(404);
  });

  test('is not deleted while it holds users', async () => {
    await demo.call('POST', stores, { name: 'full' });
    await demo.call('POST', `${stores}/full/users`, { externalId: 'a' });
    const { status, body } = await demo.call('DELETE', `${stores}/full`);
    expect([status, body.code]).toEqual([409, 'store.not-empty']);
  });

  test.each([
    ['defaultTimeZone', 'Nowhere'],
    ['defaultLocaleCountry', 'XX'],
    ['defaultUserStatus', 'asleep'],
  ])('refuses %s %s', async (field, value) => {
    const { status, body } = await demo.call('POST', stores, { name: 'bad', [field]: value });
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'store.invalid', `/${field}`]);
  });

  test('is found in the list by a pattern', async () => {
    await demo.call('POST', stores, { name: 'Listed A' });
    await demo.call('POST', stores, { name: 'Listed B' });
    const { body } = await demo.call('GET', `${stores}?name=listed%25&sort=name,desc`);
    expect(body.content.map(({ name }: { name: string }) => name)).toEqual(['Listed B', 'Listed A']);
  });
});
