import { setImmediate as soon } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { boundsOf, fairGate, type Leave } from './fair-gate.ts';

/** Sends work of tenants to a gate, in this order; answers who came in so far, and lets the first of them go. */
function crowd(gate: ReturnType<typeof fairGate>) {
  const inside: { readonly tenant: string; readonly leave: Leave }[] = [];
  const came: string[] = [];
  const send = (tenant: string) =>
    void gate.enter(tenant).then((leave) => {
      came.push(tenant);
      inside.push({ tenant, leave });
    });
  const next = async () => {
    inside.shift()?.leave();
    await soon();
  };
  return { send, next, came };
}

/** A gate with a clock that the test moves. */
function gateOf(bounds: Partial<Parameters<typeof fairGate>[0]>) {
  const clock = { atMs: 0 };
  const all = { most: 10, mostOfOne: 8, mostBesideOthers: 3, mostWaiting: 100, ...bounds };
  return { clock, gate: fairGate(all, () => clock.atMs) };
}

test('a tenant that floods never fills the gate: another comes in at once', async () => {
  const { send, came } = crowd(gateOf({}).gate);
  for (let one = 0; one < 60; one += 1) send('flood');
  send('quiet');
  await soon();
  expect(came.filter((tenant) => tenant === 'flood')).toHaveLength(8);
  expect(came.at(-1)).toBe('quiet');
});

test('beside others a tenant gets fewer places, and all of them back a second after the last was seen', async () => {
  const { clock, gate } = gateOf({});
  const { send, next, came } = crowd(gate);
  send('quiet');
  for (let one = 0; one < 60; one += 1) send('flood');
  await soon();
  const flooding = () => came.filter((tenant) => tenant === 'flood').length;
  expect(flooding()).toBe(3);
  // The quiet one leaves, and is not forgotten yet.
  await next();
  clock.atMs = 999;
  await next();
  expect(flooding()).toBe(4);
  clock.atMs = 1_000;
  await next();
  expect(flooding()).toBe(2 + 8);
});

test('of three tenants none counts as alone because of who asked last', async () => {
  const { send, came } = crowd(gateOf({ mostBesideOthers: 1 }).gate);
  for (const tenant of ['a', 'b', 'c', 'c', 'c', 'a', 'b']) send(tenant);
  await soon();
  expect(came).toEqual(['a', 'b', 'c']);
});

test('tenants that wait take turns, however much of one waits', async () => {
  const { send, next, came } = crowd(gateOf({ most: 2, mostOfOne: 2, mostBesideOthers: 2 }).gate);
  for (let one = 0; one < 20; one += 1) send('flood');
  for (const tenant of ['b', 'c', 'b']) send(tenant);
  await soon();
  for (let one = 0; one < 6; one += 1) await next();
  expect(came).toEqual(['flood', 'flood', 'flood', 'b', 'c', 'flood', 'b', 'flood']);
});

test('work that fails leaves the gate too, and only once', async () => {
  const { gate } = gateOf({ most: 1, mostOfOne: 1, mostWaiting: 1 });
  await expect(gate.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const leave = await gate.enter('a');
  leave();
  leave();
  await gate.enter('a');
  const second = gate.enter('a');
  await expect(gate.enter('a')).rejects.toMatchObject({ code: 'limit.busy', retryAfterSeconds: 1 });
  expect(await Promise.race([second, soon('waits')])).toBe('waits');
});

test('a fifth of the connections, at least one, is never that of one tenant, beside others two thirds', () => {
  expect(boundsOf(10)).toMatchObject({ most: 10, mostOfOne: 8, mostBesideOthers: 3 });
  expect(boundsOf(2)).toMatchObject({ most: 2, mostOfOne: 1, mostBesideOthers: 1 });
});
