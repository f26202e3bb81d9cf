import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hmac } from './hmac.ts';

test('is the HMAC of node:crypto, whatever it is about', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1_000]) {
    const [key, content] = [randomBytes(32), randomBytes(length)];
    expect(hmac(key, content)).toEqual(createHmac('sha256', key).update(content).digest());
  }
});

test('is the one of RFC 4231, case 1 with its key filled up', () => {
  const key = Buffer.concat([Buffer.alloc(20, 0x0b), Buffer.alloc(12)]);
  expect(hmac(key, Buffer.from('Hi There')).toString('hex')).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
});
