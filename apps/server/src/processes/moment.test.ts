import { describe, expect, test } from 'vitest';
import { durationMs, momentOf } from './moment.ts';

test.each([
  ['PT48H', 172_800_000],
  ['P1DT12H', 129_600_000],
  ['PT0.5S', 500],
  ['P2W', 1_209_600_000],
  ['PT90S', 90_000],
])('%s is %d ms', (text, ms) => expect(durationMs(text)).toBe(ms));

test.each(['', 'P', 'PT', '48H', 'PT1', '-PT1S', 'PT1S ', 'P1M2W'])('"%s" is no duration', (text) =>
  expect(durationMs(text)).toBeUndefined(),
);

describe('the moment of a timer', () => {
  test('is seconds or a duration from now, or a date and time', () => {
    expect(momentOf(30, 1000)).toBe(31_000);
    expect(momentOf('PT1M', 1000)).toBe(61_000);
    expect(momentOf('2026-11-24T08:00:00Z', 0)).toBe(Date.UTC(2026, 10, 24, 8));
  });

  test.each([-1, null, true, 'soon', '2026', {}])('%j is none', (value) =>
    expect(() => momentOf(value, 0)).toThrow(expect.objectContaining({ code: 'duration.invalid' })),
  );
});
