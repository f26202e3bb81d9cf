import type { KeyObject } from 'node:crypto';
import type { CborKey, CborMap, CborValue } from '../cbor/cbor-value.ts';
import type { Algorithm } from '../cose/algorithms.ts';

/** Writes a public key as a COSE key for one algorithm (RFC 9053 section 7, RFC 8230 section 4). */
export function coseKeyOf(publicKey: KeyObject, algorithm: Algorithm): CborMap {
  const jwk = publicKey.export({ format: 'jwk' });
  const bytes = (text: unknown): Uint8Array => new Uint8Array(Buffer.from(String(text), 'base64url'));
  const parameters: Readonly<Record<Algorithm['keyType'], () => [CborKey, CborValue][]>> = {
    1: () => [
      [-1, algorithm.curve?.id ?? 0],
      [-2, bytes(jwk.x)],
    ],
    2: () => [
      [-1, algorithm.curve?.id ?? 0],
      [-2, bytes(jwk.x)],
      [-3, bytes(jwk.y)],
    ],
    3: () => [
      [-1, bytes(jwk.n)],
      [-2, bytes(jwk.e)],
    ],
    7: () => [[-1, bytes(jwk.pub)]],
  };
  return new Map<CborKey, CborValue>([
    [1, algorithm.keyType],
    [3, algorithm.id],
    ...parameters[algorithm.keyType](),
  ]);
}
