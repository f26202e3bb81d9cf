import { expect, test } from 'vitest';
import { readMoment } from './read-moment.ts';

test.each([
  ['2026-05-04T10:00:00Z', '2026-05-04T10:00:00.000Z'],
  ['2026-05-04T10:00:00.5+02:00', '2026-05-04T08:00:00.500Z'],
  ['2026-05-04t10:00z', '2026-05-04T10:00:00.000Z'],
  ['2026-05-04', undefined],
  ['2026-13-04T10:00:00Z', undefined],
  ['2026-05-04T10:00:00', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%j is the moment %s', (text, moment) => expect(readMoment(text)).toBe(moment));
