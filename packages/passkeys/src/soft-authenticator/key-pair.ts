import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { type Algorithm, algorithms } from '../cose/algorithms.ts';
import { coseKeyOf } from './cose-key-of.ts';
import type { RandomSource } from './random-source.ts';
import { rsaPrivateKey } from './rsa-private-key.ts';

/** A credential's keys. */
export type KeyPair = {
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly coseKey: CborMap;
};

/** By COSE algorithm identifier: a private key from random bytes, the same for the same bytes. */
const makers = new Map<number, (random: RandomSource) => KeyObject>([
  [-7, ecPrivateKey],
  [-8, edPrivateKey],
  [-257, rsaPrivateKey],
]);

/** The algorithms that the software authenticator can sign with: ES256, EdDSA, RS256. */
export const signableAlgorithms: readonly number[] = [...makers.keys()];

/** Makes a key pair for one of `signableAlgorithms`. */
export function makeKeyPair(id: number, random: RandomSource): KeyPair {
  const algorithm = algorithms.get(id);
  const make = makers.get(id);
  if (!algorithm || !make) throw new RangeError(`The software authenticator does not sign with ${id}.`);
  const privateKey = make(random);
  const publicKey = createPublicKey(privateKey);
  return { algorithm, privateKey, publicKey, coseKey: coseKeyOf(publicKey, algorithm) };
}

function ecPrivateKey(random: RandomSource): KeyObject {
  const d = random(32);
  // Keeps the number below the order of the group, which starts with 32 set bits, and above zero.
  d[0] = ((d[0] ?? 0) & 0x7f) | 0x40;
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const [x, y] = [toBase64url(point.subarray(1, 33)), toBase64url(point.subarray(33))];
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d: toBase64url(d), x, y } });
}

/** PKCS #8 around 32 bytes of Ed25519 (RFC 8410 section 7). */
const edPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

function edPrivateKey(random: RandomSource): KeyObject {
  return createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.concat([edPrefix, random(32)]) });
}
