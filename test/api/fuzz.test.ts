import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRates } from '../../apps/server/src/limits/rate.ts';
import { fuzzApi } from '../support/fuzz-api.ts';
import { type TestServer, testServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  // Each fresh tenant has an operator who is set up from the same address.
  server = await testServer({ rates: readRates('sign-in=100000') });
});
afterAll(() => server.close());

/** `npm run fuzz:api` sends more, from another seed. */
const count = Number(process.env.LATCHKEY_FUZZ_REQUESTS ?? 1_500);
const seed = Number(process.env.LATCHKEY_FUZZ_SEED ?? 20_260);

test(`${count} random requests from seed ${seed}: none fails on our side, hangs, or shows what is another tenant’s`, {
  timeout: 30_000 + count * 60,
}, async () => {
  const { faults, statuses } = await fuzzApi(server, seed, count);
  console.log(`seed ${seed}: ${JSON.stringify(statuses)}`);
  expect(faults).toEqual([]);
  expect(server.log).toEqual([]);
  // Else nothing but refusals would be tried.
  const done = Object.entries(statuses).filter(([status]) => status.startsWith('2'));
  expect(done.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(count / 20);
});
