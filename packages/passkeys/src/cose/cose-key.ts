import type { KeyObject } from 'node:crypto';
import { type CborMap, type CborValue, isCborMap } from '../cbor/cbor-value.ts';
import { decodeCbor } from '../cbor/decode-cbor.ts';
import { ensure, ensured } from '../fault.ts';
import { algorithmKey } from './algorithm-key.ts';
import type { Algorithm } from './algorithms.ts';
import { algorithms } from './algorithms.ts';
import { ellipticCurveKey } from './elliptic-curve-key.ts';
import { octetKey } from './octet-key.ts';
import { rsaKey } from './rsa-key.ts';

/** A public key that was checked: right type, right curve, on the curve, large enough. */
export type PublicKey = {
  readonly algorithm: Algorithm;
  /** node:crypto's form of it, made at most once. */
  readonly key: () => KeyObject;
};

/** COSE labels of every key (RFC 9052 section 7.1). */
export const label = { keyType: 1, algorithm: 3 } as const;

/** By COSE key type. */
const importers = new Map<number, (key: CborMap, algorithm: Algorithm) => () => KeyObject>([
  [1, octetKey],
  [2, ellipticCurveKey],
  [3, rsaKey],
  [7, algorithmKey],
]);

/** The algorithm that a key names, known or not. Throws a Fault when it names none. */
export function algorithmOf(key: CborValue): number {
  ensure(isCborMap(key), 'The public key is not a CBOR map.');
  const id = key.get(label.algorithm);
  ensure(typeof id === 'number', 'The public key names no algorithm.');
  return id;
}

/**
 * Imports a COSE key (RFC 9052 section 7, RFC 9053 section 7, RFC 8230) for signatures of the one algorithm that it
 * names. Refuses private or unknown parameters, other curves, points off the curve and weak RSA. Throws a Fault.
 */
export function importCoseKey(key: CborValue): PublicKey {
  const algorithm = ensured(algorithms.get(algorithmOf(key)), "The public key's algorithm is not supported.");
  ensure(isCborMap(key), 'The public key is not a CBOR map.');
  ensure(
    key.get(label.keyType) === algorithm.keyType,
    `The key's type does not agree with ${algorithm.name}.`,
  );
  const importer = ensured(importers.get(algorithm.keyType), 'The key type is not supported.');
  return { algorithm, key: importer(key, algorithm) };
}

const maxCachedKeys = 4096;
const cachedKeys = new Map<string, PublicKey>();

/** Imports a stored COSE key, and keeps it: importing costs half as much as verifying. Throws a Fault. */
export function importStoredCoseKey(bytes: Uint8Array): PublicKey {
  const name = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const known = cachedKeys.get(name);
  if (known) return known;
  const imported = importCoseKey(decodeCbor(bytes));
  if (cachedKeys.size >= maxCachedKeys) cachedKeys.delete(cachedKeys.keys().next().value ?? name);
  cachedKeys.set(name, imported);
  return imported;
}
