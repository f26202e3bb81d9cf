import { seal, unseal } from '../secrets/seal.ts';

const placeOf = (kid: string) => ({ purpose: 'latchkey signing keys', row: kid });

/** Encrypts a private key for its row; `kid` is bound to it. */
export const wrapKey = (secretKey: Uint8Array, kid: string, privateKey: Uint8Array): Buffer =>
  seal(secretKey, placeOf(kid), privateKey);

/** The private key, or `undefined` when another secret key, or another row, is behind it. */
export const unwrapKey = (secretKey: Uint8Array, kid: string, wrapped: Uint8Array): Buffer | undefined =>
  unseal(secretKey, placeOf(kid), wrapped);
