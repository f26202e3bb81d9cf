import { sign } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { KeyPair } from './key-pair.ts';

/** Signs JSON as a compact JWS with its certificates in the header (RFC 7515), ES256 or RS256 by the key. */
export function signJws(
  payload: unknown,
  { algorithm, privateKey }: Pick<KeyPair, 'algorithm' | 'privateKey'>,
  certificates: readonly Uint8Array[],
): string {
  const x5c = certificates.map((der) => Buffer.from(der).toString('base64'));
  const parts = [{ alg: algorithm.name, x5c }, payload].map((part) =>
    toBase64url(Buffer.from(JSON.stringify(part))),
  );
  const signed = Buffer.from(parts.join('.'));
  const signature = sign(algorithm.digest ?? null, signed, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return [...parts, toBase64url(signature)].join('.');
}
