import { constants, type KeyObject, verify } from 'node:crypto';
import type { PublicKey } from './cose-key.ts';

/** Whether `signature` over `data` was made with the private half of `key` (WebAuthn L3 section 6.5.5: ECDSA in DER). */
export function isSignedBy({ algorithm, key }: PublicKey, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(algorithm.digest ?? null, data, algorithm.isPss ? pss(key()) : key(), signature);
  } catch {
    // Some malformed signatures make OpenSSL fail where others make it say no.
    return false;
  }
}

const pss = (key: KeyObject) => ({
  key,
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
});
