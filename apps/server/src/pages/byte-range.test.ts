import { expect, test } from 'vitest';
import { byteRange } from './byte-range.ts';

test.each([
  ['bytes=0-', { from: 0, to: 9 }],
  ['bytes=2-5', { from: 2, to: 5 }],
  ['bytes=8-100', { from: 8, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
])('%s of ten bytes', (header, range) => expect(byteRange(header, 10)).toEqual(range));

test.each([undefined, '', 'bytes=-', 'bytes=10-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2'])(
  '%s is answered whole',
  (header) => expect(byteRange(header, 10)).toBeUndefined(),
);
