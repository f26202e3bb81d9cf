import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CborKey, CborMap, CborValue } from '../cbor/cbor-value.ts';
import { encodeCbor } from '../cbor/encode-cbor.ts';
import { Fault } from '../fault.ts';
import { coseKeyOf } from '../soft-authenticator/cose-key-of.ts';
import { signWith } from '../soft-authenticator/sign-with.ts';
import { type Algorithm, algorithms } from './algorithms.ts';
import { importCoseKey, importStoredCoseKey } from './cose-key.ts';
import { isSignedBy } from './is-signed-by.ts';

const data = new TextEncoder().encode('signed by an authenticator');

describe('a COSE key', () => {
  test.each([...algorithms.values()])(
    'of $name ($id) is imported and verifies its signatures only',
    (algorithm) => {
      const { privateKey, publicKey } = keysFor(algorithm);
      const imported = importCoseKey(coseKeyOf(publicKey, algorithm));
      const signature = signWith({ algorithm, privateKey }, data);
      expect(imported.algorithm).toBe(algorithm);
      expect(isSignedBy(imported, data, signature)).toBe(true);
      expect(isSignedBy(imported, data.subarray(1), signature)).toBe(false);
      signature[signature.length >> 1] = (signature[signature.length >> 1] ?? 0) ^ 1;
      expect(isSignedBy(imported, data, signature)).toBe(false);
      expect(isSignedBy(imported, data, new Uint8Array())).toBe(false);
    },
  );

  test('is kept after its first use from the store', () => {
    const bytes = encodeCbor(key(-7));
    expect(importStoredCoseKey(bytes)).toBe(importStoredCoseKey(bytes.slice()));
  });

  test('is refused when it is no map or names no algorithm', () => {
    expect(() => importCoseKey('key')).toThrow('The public key is not a CBOR map.');
    expect(() => importCoseKey(changed(-7, [3, undefined]))).toThrow('The public key names no algorithm.');
    expect(() => importCoseKey(changed(-7, [3, 'ES256']))).toThrow('The public key names no algorithm.');
    expect(() => importCoseKey(changed(-7, [3, -260]))).toThrow(
      "The public key's algorithm is not supported.",
    );
  });

  test.each([
    ['kty RSA with EC parameters', "The key's type does not agree with ES256.", changed(-7, [1, 3])],
    ['kty EC with an Edwards algorithm', "The key's type does not agree with EdDSA.", changed(-8, [1, 2])],
    ['ES256 on P-384', "The key's curve does not agree with ES256.", changed(-35, [3, -7])],
    ['ES256 on secp256k1', "The key's curve does not agree with ES256.", changed(-47, [3, -7])],
    ['EdDSA on Ed448', "The key's curve does not agree with EdDSA.", changed(-53, [3, -8])],
    [
      'a point off the curve',
      'The point is not on the curve.',
      changed(-7, [-3, new Uint8Array(32).fill(1)]),
    ],
    [
      'the point 0, 0',
      'The point is not on the curve.',
      changed(-7, [-2, new Uint8Array(32)], [-3, new Uint8Array(32)]),
    ],
    [
      'an empty coordinate',
      'A coordinate of the key has the wrong length.',
      changed(-7, [-2, new Uint8Array()]),
    ],
    [
      'a coordinate with a leading zero too many',
      'A coordinate of the key has the wrong length.',
      changed(-7, [-2, new Uint8Array(33)]),
    ],
    ['a compressed point', 'A parameter of the key is not a byte string.', changed(-7, [-3, true])],
    [
      'a missing coordinate',
      'The key has private or unknown parameters, or misses some.',
      changed(-7, [-3, undefined]),
    ],
    [
      'a private part',
      'The key has private or unknown parameters, or misses some.',
      changed(-7, [-4, new Uint8Array(32).fill(1)]),
    ],
    [
      'an unknown parameter',
      'The key has private or unknown parameters, or misses some.',
      changed(-7, [4, [2]]),
    ],
    [
      'a text among the labels',
      'The key has private or unknown parameters, or misses some.',
      changed(-7, ['x', 1]),
    ],
    [
      'a private part in the place of a coordinate',
      'The key misses a parameter.',
      changed(-7, [-3, undefined], [-4, new Uint8Array(32)]),
    ],
    [
      'an Ed25519 point of small order',
      'The point is not on the curve.',
      changed(-8, [-2, new Uint8Array(32).fill(1, 0, 1)]),
    ],
    [
      'a short Ed25519 point',
      'The point of the key has the wrong length.',
      changed(-8, [-2, new Uint8Array(31)]),
    ],
    [
      'an RSA modulus of 1024 bits',
      'The modulus must have 2048 to 8192 bits.',
      changed(-257, [-1, rsaModulus(1024)]),
    ],
    [
      'an RSA modulus of 2047 bits',
      'The modulus must have 2048 to 8192 bits.',
      changed(-257, [-1, rsaModulus(2048).map((byte, at) => (at ? byte : 0x7f))]),
    ],
    [
      'an RSA modulus of 8200 bits',
      'The modulus must have 2048 to 8192 bits.',
      changed(-257, [-1, new Uint8Array(1025).fill(0xff)]),
    ],
    ['an even RSA modulus', 'The modulus must be odd.', changed(-257, [-1, new Uint8Array(256).fill(0xfe)])],
    [
      'a modulus with a leading zero',
      'The numbers of the key must be without leading zeros.',
      changed(-257, [-1, new Uint8Array([0, ...rsaModulus(2048)])]),
    ],
    ['the exponent 1', 'The exponent must be odd and at least 3.', changed(-257, [-2, new Uint8Array([1])])],
    [
      'an even exponent',
      'The exponent must be odd and at least 3.',
      changed(-257, [-2, new Uint8Array([1, 0, 0])]),
    ],
    [
      'an exponent of nothing',
      'The numbers of the key must be without leading zeros.',
      changed(-257, [-2, new Uint8Array()]),
    ],
    [
      'an exponent of 33 bits',
      'The exponent is too large.',
      changed(-257, [-2, new Uint8Array([1, 0, 0, 0, 1])]),
    ],
    [
      'a private exponent',
      'The key has private or unknown parameters, or misses some.',
      changed(-257, [-3, new Uint8Array(256).fill(1)]),
    ],
    ['a short ML-DSA key', 'The key cannot be imported.', changed(-48, [-1, new Uint8Array(100)])],
  ])('is refused: %s', (_what, sentence, key) => {
    expect(() => importCoseKey(key)).toThrow(new Fault(sentence));
  });
});

function keysFor(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (algorithm.keyType === 3) return generateKeyPairSync('rsa', { modulusLength: 2048 });
  if (algorithm.keyType === 2) return generateKeyPairSync('ec', { namedCurve: algorithm.curve?.name ?? '' });
  const name = algorithm.keyType === 7 ? algorithm.name : (algorithm.curve?.name ?? '');
  return generateKeyPairSync(name.toLowerCase() as 'ed25519');
}

function key(id: number): CborMap {
  const algorithm = algorithms.get(id);
  if (!algorithm) throw new Error(`No algorithm ${id}`);
  return coseKeyOf(keysFor(algorithm).publicKey, algorithm);
}

/** A good key with some labels replaced, added, or (undefined) taken away. */
function changed(id: number, ...changes: [CborKey, CborValue | undefined][]): CborMap {
  const map = new Map(key(id));
  for (const [label, value] of changes) {
    if (value === undefined) map.delete(label);
    else map.set(label, value);
  }
  return map;
}

function rsaModulus(bits: number): Uint8Array {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url'));
}
