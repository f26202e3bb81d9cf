import { hash, timingSafeEqual } from 'node:crypto';
import { ensure, ensured } from '../fault.ts';
import { challengeHashOf, type IssuedChallenge } from './issued-challenge.ts';
import type { ClientData } from './read-client-data.ts';

/** Refuses client data of the other ceremony. Throws a Fault. */
export function ensureType(data: ClientData, type: 'webauthn.create' | 'webauthn.get'): void {
  ensure(data.type === type, `The client data's type is not ${type}.`);
}

/** Compares hashes in constant time, so that it takes the same whether a challenge or its hash was kept. Throws a Fault. */
export function ensureChallenge(data: ClientData, { challenge = '', challengeHash }: IssuedChallenge): void {
  const issued = ensured(
    challengeHash === undefined ? challengeHashOf(challenge) : Buffer.from(challengeHash, 'base64url'),
    'No challenge was issued.',
  );
  const given = hash('sha256', Buffer.from(data.challenge, 'base64url'), 'buffer');
  ensure(given.length === issued.length && timingSafeEqual(given, issued), 'The challenge differs.');
}

/** Origins are compared as texts: what browsers write is canonical. Throws a Fault. */
export function ensureOrigin(data: ClientData, origins: readonly string[]): void {
  ensure(origins.includes(data.origin), `The origin ${shown(data.origin)} is not among those allowed.`);
}

/** A ceremony in a frame of another site is refused unless some page may frame it. Throws a Fault. */
export function ensureFrameAllowed(data: ClientData, topOrigins: readonly string[]): void {
  ensure(!data.crossOrigin || topOrigins.length > 0, 'The ceremony ran in a frame of another site.');
}

/** Browsers name the top origin exactly when the frame is cross-origin; an older one may leave it out. Throws a Fault. */
export function ensureTopOrigin(data: ClientData, topOrigins: readonly string[]): void {
  if (data.topOrigin === undefined) return;
  ensure(data.crossOrigin, 'There is a top origin although no other site framed the ceremony.');
  ensure(
    topOrigins.includes(data.topOrigin),
    `The top origin ${shown(data.topOrigin)} is not among those allowed.`,
  );
}

/** Foreign text, short and quoted, for a sentence that an operator reads. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 200));
