import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorWorld } from '../../../../test/support/operator-world.ts';
import { seedOneOfEach, shortest } from '../../../../test/support/seed-one-of-each.ts';
import { voidOneTime } from './void-one-time.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
beforeAll(async () => {
  world = await operatorWorld();
});
afterAll(() => world.close());

test('after a restore what counts once counts no more, and what counts always goes on', async () => {
  const client = await world.server.client('demo');
  await seedOneOfEach(client);
  const ada = await world.administrator();
  await ada.call('POST', '/invitations', { name: 'Bo', role: 'support' });
  const store = '/api/identity-store/stores/customers';
  const { body: user } = await client.call('POST', `${store}/users`, { externalId: 'under-way' });
  const passkeys = `${store}/users/${user.id}/passkeys`;
  await client.call('POST', `${passkeys}/relyingParties/localhost/registrations/standard`, {});
  const manager = '/api/process-manager';
  const resources = { bpmn: { data: shortest, type: 'BPMN' } };
  await client.call('POST', `${manager}/processDefinitions`, {
    name: 'any',
    resources,
    creationOption: 'Save & Deploy',
  });
  const link = async (more: object) => {
    const made = { processDefnName: 'any', status: 'ACTIVE', ...more };
    const { body } = await client.call('POST', `${manager}/processTokens`, made);
    return () => world.server.call('GET', `/web/trustweb?pt=${body.id}`);
  };
  const counted = await link({ name: 'once', type: 'MULTI_USE_COUNT_LIMITED', maxCount: 1 });
  const unlimited = await link({ name: 'always' });
  expect([(await counted()).status, (await unlimited()).status]).toEqual([200, 200]);
  expect((await ada.call('GET', '/session')).status).toBe(200);

  const voided = await voidOneTime(world.server.database);
  expect(voided.sessions).toBeGreaterThanOrEqual(1);
  expect(voided.invitations).toBeGreaterThanOrEqual(1);
  expect(voided.registrations).toBeGreaterThanOrEqual(1);
  expect(voided.links).toBeGreaterThanOrEqual(1);
  // What a process knows of a session it knows for five seconds.
  world.server.clock.now += 10_000;
  expect((await ada.call('GET', '/session')).status).toBe(401);
  expect([(await counted()).status, (await unlimited()).status]).toEqual([410, 200]);
  expect((await client.call('GET', `${store}/users/${user.id}`)).status).toBe(200);
  const { body } = await client.call('GET', '/api/audit?action=tenant.restored');
  expect(body.content).toMatchObject([{ actor: 'System', targetId: 'demo', facts: { links: 1 } }]);
  expect(await voidOneTime(world.server.database)).toEqual({
    sessions: 0,
    invitations: 0,
    registrations: 0,
    links: 0,
  });
});
