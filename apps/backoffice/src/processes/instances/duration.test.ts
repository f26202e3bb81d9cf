import { expect, test } from 'vitest';
import { durationText } from './duration.ts';

test.each([
  [0, '0 s'],
  [420, '0.4 s'],
  [9_960, '10 s'],
  [12_400, '12 s'],
  [60_000, '1 min'],
  [3_900_000, '1 h 5 min'],
  [3_600_500, '1 h'],
  [200_000_000, '2 d 7 h'],
])('%d ms are %s', (ms, text) => expect(durationText(ms)).toBe(text));
