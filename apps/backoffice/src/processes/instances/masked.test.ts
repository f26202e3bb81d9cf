import { expect, test } from 'vitest';
import { mask, masked } from './masked.ts';

test('secrets are masked wherever they are, everything else stays', () => {
  const data = {
    _initial: { apiToken: 'x', firstName: 'Ada', list: [{ password: 'p', n: 1 }] },
    clientRequest: { challenge: 'c', rp: { id: 'localhost' } },
    nothing: null,
  };
  expect(masked(data)).toEqual({
    _initial: { apiToken: mask, firstName: 'Ada', list: [{ password: mask, n: 1 }] },
    clientRequest: { challenge: mask, rp: { id: 'localhost' } },
    nothing: null,
  });
});
