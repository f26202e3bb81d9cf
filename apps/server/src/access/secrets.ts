import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What a secret is for; its prefix makes a leaked one findable. */
export type SecretKind = 'API_KEY' | 'CLIENT_SECRET';

const prefixes: Readonly<Record<SecretKind, string>> = { API_KEY: 'lk_', CLIENT_SECRET: 'ls_' };

/** A fresh secret: a prefix and 256 random bits in base64url. */
export const newSecret = (kind: SecretKind): string => prefixes[kind] + randomBytes(32).toString('base64url');

/**
 * The same secret for the same key, kind and purpose (HMAC-SHA-256), so that a later start of the demo can print it
 * again though only its hash is stored.
 */
export const deriveSecret = (secretKey: Uint8Array, kind: SecretKind, purpose: string): string =>
  prefixes[kind] + createHmac('sha256', secretKey).update(`${kind}:${purpose}`).digest('base64url');

/** SHA-256, all that is stored. A secret of 256 random bits needs no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether a text has the form of an API key. */
export const isApiKey = (text: string): boolean => /^lk_[A-Za-z0-9_-]{43}$/.test(text);
