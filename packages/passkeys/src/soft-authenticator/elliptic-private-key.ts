import { createECDH, createPrivateKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { Algorithm } from '../cose/algorithms.ts';
import type { RandomSource } from './random-source.ts';

/** A private key on the algorithm's curve (RFC 7518 section 6.2.2). */
export function ellipticPrivateKey({ curve }: Algorithm, random: RandomSource): KeyObject {
  if (!curve) throw new RangeError('The algorithm has no curve.');
  const d = random(curve.size);
  // Keeps the number below the order of the group and above zero; of P-521's first byte only one bit counts.
  d[0] = curve.size === 66 ? 0 : ((d[0] ?? 0) & 0x7f) | 0x40;
  const ecdh = createECDH(curve.nodeName);
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const x = toBase64url(point.subarray(1, 1 + curve.size));
  const y = toBase64url(point.subarray(1 + curve.size));
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: curve.name, d: toBase64url(d), x, y } });
}
