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

test('a tenant that floods never fills the gate: another comes in at once', async () => {
  const { send, came } = crowd(fairGate({ most: 10, mostOfOne: 8, mostWaiting: 100 }));
  for (let one = 0; one < 60; one += 1) send('flood');
  send('quiet');
  await soon();
  expect(came.filter((tenant) => tenant === 'flood')).toHaveLength(8);
  expect(came.at(-1)).toBe('quiet');
});

test('tenants that wait take turns, however much of one waits', async () => {
  const { send, next, came } = crowd(fairGate({ most: 2, mostOfOne: 2, mostWaiting: 100 }));
  for (let one = 0; one < 20; one += 1) send('flood');
  for (const tenant of ['b', 'c', 'b']) send(tenant);
  await soon();
  for (let one = 0; one < 6; one += 1) await next();
  expect(came).toEqual(['flood', 'flood', 'flood', 'b', 'c', 'flood', 'b', 'flood']);
});

test('work that fails leaves the gate too, and only once', async () => {
  const gate = fairGate({ most: 1, mostOfOne: 1, mostWaiting: 1 });
  await expect(gate.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const leave = await gate.enter('a');
  leave();
  leave();
  await gate.enter('a');
  const second = gate.enter('a');
  await expect(gate.enter('a')).rejects.toMatchObject({ code: 'limit.busy', retryAfterSeconds: 1 });
  expect(await Promise.race([second, soon('waits')])).toBe('waits');
});

test('a fifth of the connections, at least one, is never that of one tenant', () => {
  expect(boundsOf(10)).toMatchObject({ most: 10, mostOfOne: 8 });
  expect(boundsOf(2)).toMatchObject({ most: 2, mostOfOne: 1 });
});
