import { expect, test } from 'vitest';
import { percent } from './percent.ts';
import { hasSignIns, succeeded } from './success.ts';

test.each<[Parameters<typeof succeeded>[0], number, boolean]>([
  [{ registered: 2, signedIn: 1 }, 3, true],
  [{ registered: 2, signedIn: 0 }, 2, false],
  [{ registered: 2 }, 2, false],
])('of %j, %i succeeded', (counts, count, isAnySignIn) => {
  expect(succeeded(counts)).toBe(count);
  expect(hasSignIns(counts)).toBe(isAnySignIn);
});

test.each([
  [2, 3, '67 %'],
  [0, 3, '0 %'],
  [0, 0, '–'],
  [Number(undefined), 3, '–'],
  [1, Number(undefined), '–'],
])('%d of %d is %s', (part, whole, told) => {
  expect(percent(part, whole)).toBe(told);
});
