import { createPublicKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { ensure, ensured, orFault } from '../fault.ts';
import type { Algorithm } from './algorithms.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';

/** Imports an Edwards curve key (RFC 9053 section 7.2). */
export function octetKey(key: CborMap, algorithm: Algorithm): KeyObject {
  ensureLabels(key, [1, 3, -1, -2]);
  const curve = ensured(algorithm.curve, `${algorithm.name} has no curve.`);
  ensure(key.get(-1) === curve.id, `The key's curve does not agree with ${algorithm.name}.`);
  const x = bytesOf(key, -2);
  ensure(x.length === curve.size, 'The point of the key has the wrong length.');
  return orFault('The point cannot be imported.', () =>
    createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: curve.name, x: toBase64url(x) } }),
  );
}
