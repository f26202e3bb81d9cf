import { randomBytes } from 'node:crypto';
import { hashSecret } from '../access/secrets.ts';

/** A secret of 256 random bits in base64url, and its SHA-256, which is all that is stored. */
export function newOneTimeSecret(): { readonly secret: string; readonly hash: Uint8Array } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** The link that an invitation is used by. The secret stands in the fragment, which browsers send to no server. */
export const setUpLink = (publicUrl: string, secret: string): string =>
  `${publicUrl}/backoffice/set-up#${secret}`;
