import { ECDH, type KeyObject } from 'node:crypto';
import type { CborMap } from '../cbor/cbor-value.ts';
import { ensure, ensured, orFault } from '../fault.ts';
import type { Algorithm } from './algorithms.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';
import { pointKey } from './point-key.ts';

/**
 * Checks an uncompressed elliptic curve key (RFC 9053 section 7.1.1). OpenSSL judges whether the point is on the curve,
 * which takes a fifth of an import; the import waits for the first signature.
 */
export function ellipticCurveKey(key: CborMap, algorithm: Algorithm): () => KeyObject {
  ensureLabels(key, [1, 3, -1, -2, -3]);
  const curve = ensured(algorithm.curve, `${algorithm.name} has no curve.`);
  ensure(key.get(-1) === curve.id, `The key's curve does not agree with ${algorithm.name}.`);
  const x = bytesOf(key, -2);
  const y = bytesOf(key, -3);
  ensure(x.length === curve.size && y.length === curve.size, 'A coordinate of the key has the wrong length.');
  const point = Buffer.concat([uncompressed, x, y]);
  orFault('The point is not on the curve.', () =>
    ECDH.convertKey(point, curve.nodeName, undefined, undefined, 'compressed'),
  );
  return pointKey(curve, point);
}

const uncompressed = Buffer.from([0x04]);
