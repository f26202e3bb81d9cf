import { expect, test } from 'vitest';
import { nextDueAt } from './next-due-at.ts';
import type { State } from './state.ts';

const withTimers = (...moments: (number | undefined)[]): State => ({
  version: 0,
  status: 'active',
  tokens: [],
  timers: moments.map((dueAt, index) => {
    const timer = { id: `c${index}`, token: 't1', node: 'a' };
    return dueAt === undefined ? timer : { ...timer, dueAt };
  }),
  next: 1,
});

test.each([
  ['the earliest', [30, 10, 20], 10],
  ['one among timers without a moment', [undefined, 20], 20],
  ['none when no timer has a moment', [undefined], undefined],
  ['none without timers', [], undefined],
])('the next moment is %s', (_name, moments, expected) => {
  expect(nextDueAt(withTimers(...moments))).toBe(expected);
});
