import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

const wrappingKey = (secretKey: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', 'latchkey signing keys', 32));

/** Encrypts a private key (AES-256-GCM) for its row: IV, tag, ciphertext; `kid` is bound to it. */
export function wrapKey(secretKey: Uint8Array, kid: string, privateKey: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, wrappingKey(secretKey), iv).setAAD(Buffer.from(kid));
  const text = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

/** The private key, or `undefined` when another secret key, or another row, is behind it. */
export function unwrapKey(secretKey: Uint8Array, kid: string, wrapped: Uint8Array): Buffer | undefined {
  const iv = wrapped.subarray(0, ivLength);
  const tag = wrapped.subarray(ivLength, ivLength + tagLength);
  try {
    const decipher = createDecipheriv(algorithm, wrappingKey(secretKey), iv, { authTagLength: tagLength })
      .setAAD(Buffer.from(kid))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(wrapped.subarray(ivLength + tagLength)), decipher.final()]);
  } catch {
    return undefined;
  }
}
