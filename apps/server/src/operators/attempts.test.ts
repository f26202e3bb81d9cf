import { expect, test } from 'vitest';
import { attempts } from './attempts.ts';

test('an address has thirty attempts at once and thirty more in a minute; others have their own', () => {
  let now = 0;
  const take = attempts(() => now);
  const taken = (address: string, most = 100) => {
    for (let count = 0; count < most; count += 1) {
      try {
        take(address);
      } catch {
        return count;
      }
    }
    return most;
  };
  expect(taken('a')).toBe(30);
  expect(taken('b')).toBe(30);
  now += 2_000;
  expect(taken('a')).toBe(1);
  now += 3_600_000;
  expect(taken('a')).toBe(30);
});
