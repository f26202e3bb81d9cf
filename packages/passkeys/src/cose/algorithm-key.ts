import { createPublicKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { orFault } from '../fault.ts';
import type { Algorithm } from './algorithms.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';

/** Imports a key whose form its algorithm alone tells: ML-DSA (COSE key type 7, AKP); the import checks its length. */
export function algorithmKey(key: CborMap, algorithm: Algorithm): () => KeyObject {
  ensureLabels(key, [1, 3, -1]);
  const pub = toBase64url(bytesOf(key, -1));
  const imported = orFault('The key cannot be imported.', () =>
    createPublicKey({ format: 'jwk', key: { kty: 'AKP', alg: algorithm.name, pub } }),
  );
  return () => imported;
}
