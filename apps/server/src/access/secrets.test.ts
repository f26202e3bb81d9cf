import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { deriveSecret, hashSecret, isApiKey, newSecret } from './secrets.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

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

describe('a wrapped key', () => {
  const secretKey = randomBytes(32);
  const wrapped = wrapKey(secretKey, 'K1', Buffer.from('private'));

  test('opens with its secret key and its id', () => {
    expect(unwrapKey(secretKey, 'K1', wrapped)?.toString()).toBe('private');
    expect(wrapped.includes('private')).toBe(false);
  });

  test('stays shut for another key, another row, or a changed byte', () => {
    expect(unwrapKey(randomBytes(32), 'K1', wrapped)).toBeUndefined();
    expect(unwrapKey(secretKey, 'K2', wrapped)).toBeUndefined();
    const changed = Buffer.from(wrapped);
    changed[changed.length - 1] = (changed[changed.length - 1] as number) ^ 1;
    expect(unwrapKey(secretKey, 'K1', changed)).toBeUndefined();
    expect(unwrapKey(secretKey, 'K1', Buffer.alloc(3))).toBeUndefined();
  });
});
