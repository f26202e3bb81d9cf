import { createPublicKey, type KeyObject } from 'node:crypto';
import type { CborMap } from '../cbor/cbor-value.ts';
import { type Algorithm, algorithms } from '../cose/algorithms.ts';
import { coseKeyOf } from './cose-key-of.ts';
import { ellipticPrivateKey } from './elliptic-private-key.ts';
import type { RandomSource } from './random-source.ts';
import { rsaPrivateKey } from './rsa-private-key.ts';
import { seedPrivateKey } from './seed-private-key.ts';

/** A credential's keys. */
export type KeyPair = {
  readonly algorithm: Algorithm;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly coseKey: CborMap;
};

/** By COSE key type: a private key from random bytes, the same for the same bytes. */
const makers: Readonly<
  Record<Algorithm['keyType'], (algorithm: Algorithm, random: RandomSource) => KeyObject>
> = {
  1: seedPrivateKey,
  2: ellipticPrivateKey,
  3: (_algorithm, random) => rsaPrivateKey(random),
  7: seedPrivateKey,
};

/** The algorithms that the software authenticator can sign with: all that can be verified. */
export const signableAlgorithms: readonly number[] = [...algorithms.keys()];

/** Makes a key pair for one of `signableAlgorithms`. */
export function makeKeyPair(id: number, random: RandomSource): KeyPair {
  const algorithm = algorithms.get(id);
  if (!algorithm) throw new RangeError(`The software authenticator does not sign with ${id}.`);
  const privateKey = makers[algorithm.keyType](algorithm, random);
  const publicKey = createPublicKey(privateKey);
  return { algorithm, privateKey, publicKey, coseKey: coseKeyOf(publicKey, algorithm) };
}
