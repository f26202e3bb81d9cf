import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { testServer } from '../../../../test/support/server.ts';
import { addTenant } from '../tenants/tenant.ts';
import { localKeys } from './local-keys.ts';
import { rotateKeys } from './rotate-keys.ts';
import { vault } from './vault.ts';

let world: Awaited<ReturnType<typeof testDatabase>>;
const [former, newest] = [randomBytes(32), randomBytes(32)];
const now = Date.now;
beforeAll(async () => {
  world = await testDatabase();
  for (const id of ['a', 'b', 'c']) await addTenant(world.database, { id, name: id });
});
afterAll(() => world.close());

const place = (tenant: string, row = '1') => ({ tenant, table: 'things', row });
const over = (...keys: readonly [Uint8Array, ...Uint8Array[]]) =>
  vault({ database: world.database, keys: localKeys(keys), now });
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

test('a secret opens in its row alone, in any process with the key, and in no other tenant', async () => {
  const [one, other] = [over(former), over(former)];
  const sealed = await one.seal(place('a'), Buffer.from('secret of a'));
  expect(text(await other.open(place('a'), sealed))).toBe('secret of a');
  for (const elsewhere of [place('a', '2'), place('b'), { ...place('a'), table: 'others' }])
    expect(await other.open(elsewhere, sealed)).toBeUndefined();
});

test('two processes that need a first key at once get the same one', async () => {
  const sealed = await Promise.all(
    Array.from({ length: 6 }, () => over(former).seal(place('b'), Buffer.from('b'))),
  );
  const opened = await Promise.all(sealed.map((one) => over(former).open(place('b'), one)));
  expect(opened.map(text)).toEqual(Array(6).fill('b'));
});

test('a rotation wraps every key anew beside running servers; then the former key can go', async () => {
  const server = await testServer({ database: world.database, secretKey: former });
  const { clientId, clientSecret } = await server.client('a');
  const token = () =>
    server.call(
      'POST',
      '/oauth/token',
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded' },
    );
  expect((await token()).status).toBe(200);
  const running = over(former);
  const sealed = await running.seal(place('c'), Buffer.from('kept'));

  const rotate = (...keys: readonly [Uint8Array, ...Uint8Array[]]) =>
    rotateKeys({ sql: world.database, keys: localKeys(keys) });
  const stranger = await rotate(newest);
  expect(stranger.rewrapped).toBe(0);
  expect(stranger.unreadable).toHaveLength(4);
  const both = await Promise.all([rotate(newest, former), rotate(newest, former)]);
  expect(both.flatMap(({ unreadable }) => unreadable)).toEqual([]);
  expect((await rotate(newest, former)).rewrapped).toBe(0);
  expect(text(await running.open(place('c'), sealed))).toBe('kept');
  expect(text(await over(newest).open(place('c'), sealed))).toBe('kept');
  expect(await over(former).open(place('c'), sealed)).toBeUndefined();
  expect((await token()).status).toBe(200);
  const kids = 'select kid from signing_keys';
  const before = await world.owner.rows({ name: 'test.kids', text: kids });
  const next = await testServer({ database: world.database, secretKey: newest });
  await next.access.keys.current();
  expect(await world.owner.rows({ name: 'test.kids', text: kids })).toEqual(before);
  await next.close();
  await server.close();
});

test('without its data key, nothing of a tenant opens again', async () => {
  const sealed = await over(newest).seal(place('a'), Buffer.from('gone'));
  await world.owner.change({
    name: 'test.erase-data-key',
    text: `delete from data_keys where tenant_id = 'a'`,
  });
  expect(await over(newest).open(place('a'), sealed)).toBeUndefined();
});
