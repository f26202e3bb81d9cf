import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Algorithm } from '../cose/algorithms.ts';
import type { RandomSource } from './random-source.ts';

/** PKCS #8 around a seed of so many bytes (RFC 8410 section 7, RFC 9881 section 6), by the algorithm's name. */
const wrappings: Readonly<Record<string, readonly [prefix: string, length: number]>> = {
  EdDSA: ['302e020100300506032b657004220420', 32],
  Ed25519: ['302e020100300506032b657004220420', 32],
  Ed448: ['3047020100300506032b6571043b0439', 57],
  'ML-DSA-44': ['3034020100300b060960864801650304031104228020', 32],
  'ML-DSA-65': ['3034020100300b060960864801650304031204228020', 32],
  'ML-DSA-87': ['3034020100300b060960864801650304031304228020', 32],
};

/** A private key that is made from a seed alone: Edwards curves and ML-DSA. */
export function seedPrivateKey({ name }: Algorithm, random: RandomSource): KeyObject {
  const wrapping = wrappings[name];
  if (!wrapping) throw new RangeError(`${name} has no seed.`);
  const [prefix, length] = wrapping;
  const key = Buffer.concat([Buffer.from(prefix, 'hex'), random(length)]);
  return createPrivateKey({ format: 'der', type: 'pkcs8', key });
}
