import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

/** What a sealed secret is for, and the row to which it is bound. */
export type Place = {
  /** Names the key that is derived for it; secrets of one purpose are of no use for another. */
  readonly purpose: string;
  /** Additional authenticated data: a copy in another row does not open. */
  readonly row: string;
};

/** The key of one purpose, derived from a secret key (HKDF). */
export const sealingKey = (secretKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));

/** Encrypts a secret (AES-256-GCM) for its row: IV, tag, ciphertext. */
export const seal = (secretKey: Uint8Array, { purpose, row }: Place, secret: Uint8Array): Buffer =>
  sealUnder(sealingKey(secretKey, purpose), row, secret);

/** The same under a key that was derived before. */
export function sealUnder(key: Uint8Array, row: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(row));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** The secret, or `undefined` when another secret key, purpose or row is behind it. */
export const unseal = (
  secretKey: Uint8Array,
  { purpose, row }: Place,
  sealed: Uint8Array,
): Buffer | undefined => unsealUnder(sealingKey(secretKey, purpose), row, sealed);

/** The same under a key that was derived before. */
export function unsealUnder(key: Uint8Array, row: string, sealed: Uint8Array): Buffer | undefined {
  const iv = sealed.subarray(0, ivLength);
  const tag = sealed.subarray(ivLength, ivLength + tagLength);
  try {
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength })
      .setAAD(Buffer.from(row))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}
