import { describe, expect, test } from 'vitest';
import { parseDuration, parseMoment, parseTimer } from './parse-timer.ts';

describe('parseDuration', () => {
  test.each([
    ['PT10M', 600_000],
    ['PT600S', 600_000],
    ['P1DT12H', 129_600_000],
    ['P2W', 1_209_600_000],
    ['PT0.5S', 500],
    ['PT0S', 0],
    [' PT1H ', 3_600_000],
    ['P1DT1H1M1.001S', 90_061_001],
  ])('%s is %i ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1Y',
    'P2M',
    'P1Y2M',
    '10M',
    'PT10',
    'PT-5M',
    '-PT5M',
    'P1W2D',
    'pt5m',
    'PT1.5H',
    'P99999999999999999D',
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('parseMoment', () => {
  test('reads a date with its offset', () => {
    expect(parseMoment('2027-01-31T08:00:00Z')).toBe(Date.UTC(2027, 0, 31, 8));
    expect(parseMoment('2027-01-31T08:00+02:00')).toBe(Date.UTC(2027, 0, 31, 6));
    expect(parseMoment('2028-02-29T00:00:00.250Z')).toBe(Date.UTC(2028, 1, 29, 0, 0, 0, 250));
  });

  test.each([
    '2027-01-31',
    '2027-01-31T08:00:00',
    '2027-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-01-31T25:00:00Z',
    'tomorrow',
  ])('refuses %j', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

test('parseTimer takes either', () => {
  expect(parseTimer('PT1M')).toEqual({ kind: 'after', ms: 60_000 });
  expect(parseTimer('1970-01-01T00:00:01Z')).toEqual({ kind: 'at', at: 1000 });
  expect(parseTimer('soon')).toBeUndefined();
});
