import { createPublicKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import { ensure, orFault } from '../fault.ts';
import { bytesOf, ensureLabels } from './key-parameters.ts';

const minModulusBits = 2048;
const maxModulusBits = 8192;
const maxExponentBytes = 4;

/** Imports an RSA key (RFC 8230 section 4): modulus odd and of 2048 to 8192 bits, exponent odd and at least 3. */
export function rsaKey(key: CborMap): () => KeyObject {
  ensureLabels(key, [1, 3, -1, -2]);
  const modulus = bytesOf(key, -1);
  const exponent = bytesOf(key, -2);
  ensure(isMinimal(modulus) && isMinimal(exponent), 'The numbers of the key must be without leading zeros.');
  const bits = modulus.length * 8 - Math.clz32((modulus[0] ?? 0) << 24);
  ensure(bits >= minModulusBits && bits <= maxModulusBits, 'The modulus must have 2048 to 8192 bits.');
  ensure(isOdd(modulus), 'The modulus must be odd.');
  ensure(exponent.length <= maxExponentBytes, 'The exponent is too large.');
  ensure(
    isOdd(exponent) && (exponent.length > 1 || exponent[0] !== 1),
    'The exponent must be odd and at least 3.',
  );
  const imported = orFault('The key cannot be imported.', () =>
    createPublicKey({
      format: 'jwk',
      key: { kty: 'RSA', n: toBase64url(modulus), e: toBase64url(exponent) },
    }),
  );
  return () => imported;
}

const isMinimal = (number: Uint8Array): boolean => number.length > 0 && number[0] !== 0;
const isOdd = (number: Uint8Array): boolean => ((number.at(-1) ?? 0) & 1) === 1;
