import { describe, expect, test } from 'vitest';
import { expectedOrigins } from './expected-origins.ts';
import { isRelyingPartyId } from './relying-party-id.ts';
import { faultOfOrigin } from './restricted-origin.ts';

describe('a relying party id', () => {
  test.each(['localhost', 'example.com', 'a.b-c.example', 'xn--bcher-kva.example', '3.example.com'])(
    'may be %s',
    (id) => {
      expect(isRelyingPartyId(id)).toBe(true);
    },
  );

  test.each([
    '',
    'com',
    'Example.com',
    'https://example.com',
    'example.com:443',
    'example.com/',
    '127.0.0.1',
    '[::1]',
    '1.2',
    '0x7f.0x1',
    'example..com',
    '.example.com',
    'example.com.',
    '-a.example',
    'a_b.example',
    'bücher.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}example`,
    'user@example.com',
    ' example.com',
    'example.com\n',
  ])('may not be %j', (id) => {
    expect(isRelyingPartyId(id)).toBe(false);
  });
});

describe('a restricted origin', () => {
  test.each([
    ['https://example.com', 'example.com'],
    ['https://login.example.com:8443', 'example.com'],
    ['http://localhost:3000', 'localhost'],
    ['https://localhost', 'localhost'],
  ])('%s serves %s', (origin, rpId) => {
    expect(faultOfOrigin(origin, rpId)).toBeUndefined();
  });

  test.each([
    ['http://example.com', 'example.com'],
    ['https://example.com/', 'example.com'],
    ['https://example.com:443', 'example.com'],
    ['https://EXAMPLE.com', 'example.com'],
    ['https://evilexample.com', 'example.com'],
    ['https://example.com.evil.test', 'example.com'],
    ['https://com', 'example.com'],
    ['null', 'example.com'],
    ['*', 'example.com'],
    ['javascript:alert(1)', 'example.com'],
    ['android:apk-key-hash:abc', 'example.com'],
  ])('%s does not serve %s', (origin, rpId) => {
    expect(faultOfOrigin(origin, rpId)).toEqual(expect.any(String));
  });
});

describe('the expected origins', () => {
  const facts = {
    rpId: 'example.com',
    restrictedOrigins: [],
    relatedOrigins: [],
    publicOrigin: 'https://id.example.com',
  };

  test('are the restricted ones alone, if any', () => {
    const restrictedOrigins = ['https://login.example.com'];
    expect(expectedOrigins({ ...facts, restrictedOrigins })).toEqual(restrictedOrigins);
  });

  test('are joined by the related ones', () => {
    const relatedOrigins = ['https://shop.example.net'];
    expect(expectedOrigins({ ...facts, relatedOrigins })).toContain('https://shop.example.net');
    const restrictedOrigins = ['https://login.example.com'];
    expect(expectedOrigins({ ...facts, restrictedOrigins, relatedOrigins })).toEqual([
      'https://login.example.com',
      'https://shop.example.net',
    ]);
  });

  test('else the domain itself, and the platform where it lies within', () => {
    expect(expectedOrigins(facts)).toEqual(['https://example.com', 'https://id.example.com']);
    expect(expectedOrigins({ ...facts, publicOrigin: 'https://example.com' })).toEqual([
      'https://example.com',
    ]);
    expect(expectedOrigins({ ...facts, publicOrigin: 'https://evilexample.com' })).toEqual([
      'https://example.com',
    ]);
    const local = { ...facts, rpId: 'localhost', publicOrigin: 'http://localhost:3000' };
    expect(expectedOrigins(local)).toEqual(['https://localhost', 'http://localhost:3000']);
  });
});
