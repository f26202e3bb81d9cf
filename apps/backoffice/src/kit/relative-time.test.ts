import { expect, test } from 'vitest';
import { clockTime, relativeTime } from './relative-time.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:40Z', 'just now'],
  ['2026-11-24T11:57:00Z', '3 minutes ago'],
  ['2026-11-24T14:30:00Z', 'in 2 hours'],
  ['2026-12-01T11:59:59Z', 'in 7 days'],
  ['2026-11-23T11:00:00Z', 'yesterday'],
  ['2026-09-20T12:00:00Z', '2 months ago'],
  ['2023-11-20T12:00:00Z', '3 years ago'],
])('%s is %s', (at, words) => {
  expect(relativeTime(Date.parse(at), now)).toBe(words);
});

test('a moment of today is told by the clock alone, any other with its date', () => {
  const at = new Date(2026, 10, 24, 9, 5, 7).toISOString();
  expect(clockTime(at, new Date(2026, 10, 24, 23).getTime())).toBe('09:05:07');
  expect(clockTime(at, new Date(2026, 10, 25, 1).getTime())).toBe('Nov 24, 2026, 09:05:07');
});
