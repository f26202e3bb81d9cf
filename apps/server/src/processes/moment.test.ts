import { describe, expect, test } from 'vitest';
import { momentOf } from './moment.ts';

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
