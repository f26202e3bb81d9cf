import { describe, expect, test } from 'vitest';
import { type CountRequest, limiter } from './limiter.ts';

/** The database: one bucket by key, filled by the clock of the test. */
function shared(clock: { now: number }) {
  const buckets = new Map<string, { tokens: number; filledAt: number }>();
  let looks = 0;
  const lease: Parameters<typeof limiter>[0]['lease'] = async (key, { most, seconds, owed, wanted }) => {
    looks += 1;
    const name = Buffer.from(key).toString('hex');
    const { tokens, filledAt } = buckets.get(name) ?? { tokens: most, filledAt: clock.now };
    const held = Math.min(most, tokens + ((clock.now - filledAt) * most) / seconds / 1000) - owed;
    const granted = Math.max(0, Math.min(wanted, Math.floor(held)));
    buckets.set(name, { tokens: held - granted, filledAt: clock.now });
    return { tokens: held - granted, granted };
  };
  return { server: () => limiter({ lease, now: () => clock.now }), looks: () => looks };
}

async function taken(count: CountRequest, most: number, tries: number, by = 'a'): Promise<number> {
  let all = 0;
  for (let one = 0; one < tries; one += 1) {
    if (!(await count({ kind: 'client', tenant: 't', by }, { most, seconds: 60 })).isRefused) all += 1;
  }
  return all;
}

describe('a limit', () => {
  test('of a few is counted one by one, over two processes, and fills up again', async () => {
    const clock = { now: 0 };
    const database = shared(clock);
    const [one, other] = [database.server(), database.server()];
    expect((await taken(one, 6, 4)) + (await taken(other, 6, 4))).toBe(6);
    expect(await taken(one, 6, 4, 'b')).toBe(4);
    clock.now += 20_000;
    expect(await taken(one, 6, 9)).toBe(2);
    clock.now += 60_000;
    expect(await taken(other, 6, 9)).toBe(6);
  });

  test('of many costs one look at the database for each twentieth, and none for the first', async () => {
    const clock = { now: 0 };
    const database = shared(clock);
    const server = database.server();
    expect(await taken(server, 1_000, 50)).toBe(50);
    expect(database.looks()).toBe(0);
    expect(await taken(server, 1_000, 2_000)).toBe(950);
    expect(database.looks()).toBe(20);
  });

  test('is exceeded by no more than the credit of each process', async () => {
    const clock = { now: 0 };
    const database = shared(clock);
    const servers = [database.server(), database.server(), database.server()];
    let all = 0;
    for (const server of servers) all += await taken(server, 1_000, 1_000);
    expect(all).toBeGreaterThanOrEqual(1_000);
    expect(all).toBeLessThanOrEqual(1_000 + 2 * 50);
  });

  test('holds when many come at once', async () => {
    const clock = { now: 0 };
    const server = shared(clock).server();
    const all = await Promise.all(Array.from({ length: 50 }, () => taken(server, 7, 1)));
    expect(all.filter((one) => one === 1)).toHaveLength(7);
  });

  test('of none refuses all; a raised one acts at once', async () => {
    const server = shared({ now: 0 }).server();
    expect(await taken(server, 0, 3)).toBe(0);
    expect(await taken(server, 2, 3)).toBe(2);
    expect(await taken(server, 5, 9)).toBe(0);
  });

  test('gives no new credit to whoever has used up one', async () => {
    const clock = { now: 0 };
    const server = shared(clock).server();
    await taken(server, 100, 200);
    clock.now += 30_000;
    expect(await taken(server, 100, 200)).toBe(50);
  });
});
