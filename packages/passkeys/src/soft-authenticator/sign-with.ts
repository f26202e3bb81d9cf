import { constants, sign } from 'node:crypto';
import type { KeyPair } from './key-pair.ts';

/** Signs as an authenticator does (WebAuthn L3 section 6.5.5). ECDSA signatures differ from call to call. */
export function signWith(
  { algorithm, privateKey }: Pick<KeyPair, 'algorithm' | 'privateKey'>,
  data: Uint8Array,
): Uint8Array {
  const key = algorithm.isPss
    ? {
        key: privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : privateKey;
  return new Uint8Array(sign(algorithm.digest ?? null, data, key));
}
