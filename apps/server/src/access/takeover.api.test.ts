import { permissionIn } from '@latchkey/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composed, keyIn } from '../../../../test/support/composed.ts';
import { operatorWorld } from '../../../../test/support/operator-world.ts';
import { seedOneOfEach } from '../../../../test/support/seed-one-of-each.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
beforeAll(async () => {
  world = await operatorWorld();
});
afterAll(() => world.close());

const takeover = permissionIn('demo', 'IdentityStore:createPasskeyRegistrationForUser');
const harmless = permissionIn('demo', 'IdentityStore:getUser');

test('the takeover permission is granted within five minutes of a sign-in, and by no client', async () => {
  const client = await world.server.client('demo');
  const keys = '/api/arthr/apiKeys';
  const byClient = await client.call('POST', keys, { name: 'x', permissions: [takeover] });
  expect([byClient.status, byClient.body.code]).toEqual([403, 'access.step-up-needed']);
  expect((await client.call('POST', keys, { name: 'x', permissions: [harmless] })).status).toBe(201);

  const ada = await world.administrator();
  const grant = async (path: string, permissions: readonly string[]) => {
    const headers = { cookie: ada.cookie, 'sec-fetch-site': 'same-origin', 'x-latchkey-backoffice': '1' };
    return world.server.call('POST', path, { name: 'x', permissions }, headers);
  };
  const fresh = await grant(keys, [takeover]);
  expect(fresh.status).toBe(201);
  await world.change("update operator_sessions set created_at = created_at - interval '6 minutes'");
  const late = await grant(keys, [takeover]);
  expect([late.status, late.body.code]).toEqual([403, 'access.step-up-needed']);
  // What a key holds already stays with it; what it lacks needs the sign-in.
  expect((await grant(`${keys}/${fresh.body.id}`, [takeover, harmless])).status).toBe(200);
  const other = await grant(keys, [harmless]);
  expect((await grant(`${keys}/${other.body.id}`, [takeover])).body.code).toBe('access.step-up-needed');
});

test('each use is in the audit with actor and target, and many in an hour sound one alarm', async () => {
  const client = await world.server.client('demo');
  await seedOneOfEach(client);
  const store = '/api/identity-store/stores/customers';
  const { body: user } = await client.call('POST', `${store}/users`, { externalId: 'target' });
  const path = `${store}/users/${user.id}/passkeys/relyingParties/localhost/registrations/standard`;
  for (let n = 0; n < 25; n += 1) expect((await client.call('POST', path, {})).status).toBeLessThan(300);
  const audit = async (query: string) =>
    (await client.call('GET', `/api/audit?size=100&${query}`)).body.content;
  const uses = await audit(`action=passkey-registration.started-for-user&targetId=${user.id}`);
  expect(uses).toHaveLength(25);
  expect(uses[0]).toMatchObject({
    actor: 'API Key: demo',
    targetKind: 'user',
    facts: { apiKeyId: client.id },
  });
  const alarms = await audit('action=passkey-registration.alarm');
  expect(alarms).toMatchObject([
    { code: 'passkey.many-registrations', targetId: client.id, facts: { started: 21 } },
  ]);
});

test('many registrations are counted over all processes, and sound one alarm among them', async () => {
  const client = await world.server.client('other');
  await seedOneOfEach({
    ...client,
    call: async (method, url, ...rest) =>
      url.startsWith('/api/platform')
        ? { status: 409, body: {}, headers: {} }
        : client.call(method, url, ...rest),
  });
  const second = await composed(world.server.database);
  try {
    const store = '/api/identity-store/stores/customers';
    const { body: user } = await client.call('POST', `${store}/users`, { externalId: 'twice' });
    const url = `${store}/users/${user.id}/passkeys/relyingParties/localhost/registrations/standard`;
    const headers = { authorization: `Bearer ${client.code}` };
    for (let n = 0; n < 14; n += 1) {
      await client.call('POST', url, {});
      await second.app.inject({ method: 'POST', url, headers, payload: {} });
    }
    const { body } = await client.call('GET', '/api/audit?action=passkey-registration.alarm');
    expect(body.content).toMatchObject([{ code: 'passkey.many-registrations', targetId: client.id }]);
  } finally {
    await second.close();
  }
});

test('registrations are counted by the id of a key: another name changes nothing, and a namesake is another', async () => {
  const client = await world.server.client('demo');
  const store = '/api/identity-store/stores/customers';
  const { body: user } = await client.call('POST', `${store}/users`, { externalId: 'named' });
  const url = `${store}/users/${user.id}/passkeys/relyingParties/localhost/registrations/standard`;
  const keys = await Promise.all(
    ['twin', 'twin', 'renamed'].map((name) =>
      keyIn(world.server.database, 'demo', undefined, Date.now, name),
    ),
  );
  const start = async (code: string, times: number) => {
    const headers = { authorization: `Bearer ${code}` };
    for (let n = 0; n < times; n += 1)
      await world.server.app.inject({ method: 'POST', url, headers, payload: {} });
  };
  const [first, second, renamed] = keys.map(({ code }) => code) as [string, string, string];
  await start(first, 15);
  await start(second, 15);
  await start(renamed, 15);
  const change = await client.call('POST', `/api/arthr/apiKeys/${keys[2]?.id}`, { name: 'somebody else' });
  expect(change.status).toBe(200);
  // A process remembers who asked for some seconds, by the name that they had.
  world.server.clock.now += 60_000;
  await start(renamed, 10);
  const { body } = await client.call('GET', '/api/audit?size=100&action=passkey-registration.alarm');
  const rung = body.content.map(({ targetId }: { targetId: string }) => targetId);
  expect(keys.map(({ id }) => rung.includes(id))).toEqual([false, false, true]);
});
