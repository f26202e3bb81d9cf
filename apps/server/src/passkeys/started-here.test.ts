import type { RegistrationExpectations } from '@latchkey/passkeys';
import { expect, test } from 'vitest';
import { startedHere } from './started-here.ts';

const session = (key: string) => ({
  key,
  expectations: { challengeHash: key } as RegistrationExpectations,
  policyVersion: 1,
  user: { id: 'user', externalId: 'user' },
  handle: new Uint8Array(16),
  storeId: 'store',
  partyId: 'party',
});

test('a session is taken once, and by its own tenant alone', () => {
  const { remember, take } = startedHere();
  remember('demo', session('a'));
  expect(take('other', 'a')).toBeUndefined();
  expect(take('demo', 'a')).toEqual(session('a'));
  expect(take('demo', 'a')).toBeUndefined();
});

test('the oldest is forgotten when there are more than ten thousand', () => {
  const { remember, take } = startedHere();
  for (let n = 0; n <= 10_000; n += 1) remember('demo', session(String(n)));
  expect(take('demo', '0')).toBeUndefined();
  expect(take('demo', '1')).toEqual(session('1'));
  expect(take('demo', '10000')).toEqual(session('10000'));
});
