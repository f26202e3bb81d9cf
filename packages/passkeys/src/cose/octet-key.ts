import type { KeyObject } from 'node:crypto';
import type { CborMap } from '../cbor/cbor-value.ts';
import { ensure, ensured } from '../fault.ts';
import type { Algorithm } from './algorithms.ts';
import { isEdwardsPoint } from './edwards-point.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';
import { pointKey } from './point-key.ts';

/** Checks an Edwards curve key (RFC 9053 section 7.2). */
export function octetKey(key: CborMap, algorithm: Algorithm): () => KeyObject {
  ensureLabels(key, [1, 3, -1, -2]);
  const curve = ensured(algorithm.curve, `${algorithm.name} has no curve.`);
  ensure(key.get(-1) === curve.id, `The key's curve does not agree with ${algorithm.name}.`);
  const point = bytesOf(key, -2);
  ensure(point.length === curve.size, 'The point of the key has the wrong length.');
  ensure(isEdwardsPoint(curve.name, point), 'The point is not on the curve.');
  return pointKey(curve, point);
}
