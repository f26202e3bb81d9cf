import { createPublicKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { ensure, ensured, orFault } from '../fault.ts';
import type { Algorithm } from './algorithms.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';

/** Imports an uncompressed elliptic curve key (RFC 9053 section 7.1.1); the import refuses points off the curve. */
export function ellipticCurveKey(key: CborMap, algorithm: Algorithm): KeyObject {
  ensureLabels(key, [1, 3, -1, -2, -3]);
  const curve = ensured(algorithm.curve, `${algorithm.name} has no curve.`);
  ensure(key.get(-1) === curve.id, `The key's curve does not agree with ${algorithm.name}.`);
  const x = bytesOf(key, -2);
  const y = bytesOf(key, -3);
  ensure(x.length === curve.size && y.length === curve.size, 'A coordinate of the key has the wrong length.');
  return orFault('The point is not on the curve.', () =>
    createPublicKey({
      format: 'jwk',
      key: { kty: 'EC', crv: curve.name, x: toBase64url(x), y: toBase64url(y) },
    }),
  );
}
