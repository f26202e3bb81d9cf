import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codingFor, compress, compressedOnce } from './compression.ts';

describe('codingFor', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
    ['br;q=nonsense', undefined],
  ])('%s gets %s', (header, coding) => {
    expect(codingFor(header)).toBe(coding);
  });
});

describe('compress', () => {
  const text = Array.from({ length: 300 }, (_, at) => `<p id="${at * 7919}">שלום, Grüße</p>`).join('');

  test.each(['each', 'once'] as const)('gives back what went in, with the effort %s', (effort) => {
    expect(brotliDecompressSync(compress(text, 'br', effort)).toString()).toBe(text);
    expect(gunzipSync(compress(text, 'gzip', effort)).toString()).toBe(text);
  });

  test('what is made once is no larger than what is made each time', () => {
    const { br, gzip } = compressedOnce(text);
    expect(br.length).toBeLessThanOrEqual(compress(text, 'br', 'each').length);
    expect(gzip.length).toBeLessThanOrEqual(compress(text, 'gzip', 'each').length);
  });
});
