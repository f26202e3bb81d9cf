import { hash } from 'node:crypto';
import { fromBase64url } from '@latchkey/kernel';

/** The challenge that an answer must carry, or its hash where the challenge itself is kept nowhere; one of the two. */
export type IssuedChallenge = {
  /** base64url of the bytes that were issued. */
  readonly challenge?: string;
  /** base64url of the SHA-256 of these bytes. */
  readonly challengeHash?: string;
};

/** SHA-256 of the bytes of a challenge, from its base64url; `undefined` when it is none, or empty. */
export function challengeHashOf(challenge: string): Buffer | undefined {
  const bytes = fromBase64url(challenge);
  return bytes?.length ? hash('sha256', bytes, 'buffer') : undefined;
}

/** The same expectations by the hash alone: whoever reads them does not learn the challenge. */
export function withHashedChallenge<Expectations extends IssuedChallenge>({
  challenge,
  ...others
}: Expectations) {
  const digest = challenge === undefined ? undefined : challengeHashOf(challenge);
  return { ...others, ...(digest && { challengeHash: digest.toString('base64url') }) };
}
