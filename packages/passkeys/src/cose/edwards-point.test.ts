import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isEdwardsPoint } from './edwards-point.ts';

const point = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.padEnd(64, '0'), 'hex'));

describe('a point of an Edwards curve', () => {
  test.each(['ed25519', 'ed448'] as const)('is what every public key of %s is', (type) => {
    for (let round = 0; round < 20; round++) {
      const jwk = generateKeyPairSync(type as 'ed25519').publicKey.export({ format: 'jwk' });
      const bytes = new Uint8Array(Buffer.from(String(jwk.x), 'base64url'));
      expect(isEdwardsPoint(String(jwk.crv), bytes)).toBe(true);
    }
  });

  test('is about every second number', () => {
    const numbers = Array.from({ length: 200 }, (_, index) =>
      point(`05${index.toString(16).padStart(2, '0')}`),
    );
    const points = numbers.filter((bytes) => isEdwardsPoint('Ed25519', bytes)).length;
    expect(points).toBeGreaterThan(60);
    expect(points).toBeLessThan(140);
  });

  test.each([
    ['of order 1', '01'],
    ['of order 2', `ec${'ff'.repeat(30)}7f`],
    ['of order 4', '00'],
    ['of order 4, other sign', `${'00'.repeat(31)}80`],
    ['of order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['of order 8, the other', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['written as more than p', `ee${'ff'.repeat(30)}7f`],
  ])('is no key when it is %s', (_what, hex) => {
    expect(isEdwardsPoint('Ed25519', point(hex))).toBe(false);
  });

  test('has the length of its curve', () => {
    expect(isEdwardsPoint('Ed25519', new Uint8Array(33).fill(5))).toBe(false);
    expect(isEdwardsPoint('Ed448', new Uint8Array(57))).toBe(false);
    expect(isEdwardsPoint('P-256', new Uint8Array(32))).toBe(false);
  });
});
