import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveSecret, hashSecret, isApiKey, newSecret } from './secrets.ts';

describe('a secret', () => {
  test('is 256 random bits behind a prefix', () => {
    const keys = Array.from({ length: 100 }, () => newSecret('API_KEY'));
    expect(new Set(keys).size).toBe(100);
    expect(keys.every(isApiKey)).toBe(true);
    expect(newSecret('CLIENT_SECRET')).toMatch(/^ls_[A-Za-z0-9_-]{43}$/);
    expect(isApiKey(newSecret('CLIENT_SECRET'))).toBe(false);
  });

  test('that is derived is the same again, and another for each key, kind and purpose', () => {
    const key = randomBytes(32);
    const demo = deriveSecret(key, 'API_KEY', 'demo');
    expect(deriveSecret(key, 'API_KEY', 'demo')).toBe(demo);
    expect(isApiKey(demo)).toBe(true);
    const others = [
      deriveSecret(randomBytes(32), 'API_KEY', 'demo'),
      deriveSecret(key, 'CLIENT_SECRET', 'demo'),
      deriveSecret(key, 'API_KEY', 'other'),
    ];
    expect(new Set([demo, ...others].map((text) => text.slice(3))).size).toBe(4);
  });

  test('is stored as SHA-256', () => expect(hashSecret('abc').toString('hex')).toMatch(/^ba7816bf/));
});
