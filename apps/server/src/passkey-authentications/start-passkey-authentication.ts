import { hash } from 'node:crypto';
import type { NewId, Problem } from '@latchkey/kernel';
import type { AuthenticationRequest, UserVerification } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { UserReference } from '../passkeys/registration-session.ts';
import { relyingPartyProblems } from '../relying-parties/relying-party.ts';
import { storeProblems } from '../stores/store.ts';
import { userProblems } from '../users/user.ts';
import { requestOf } from './authentication-facts.ts';
import { authenticationProblems } from './authentication-problems.ts';
import {
  type AuthenticationFindings,
  type AuthenticationSessions,
  type FrozenAuthentication,
  maySignIn,
} from './authentication-session.ts';

export type StartAuthenticationNeeds = {
  readonly sessions: Pick<AuthenticationSessions, 'start'>;
  readonly newId: NewId;
  /** So many bytes from a cryptographic source. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
};

export type StartAuthenticationInput = {
  readonly storeName: string;
  readonly relyingPartyId: string;
  /** Who is to sign in; without one, any passkey that the device finds by itself tells. */
  readonly user?: UserReference;
  readonly userVerification: UserVerification;
  readonly instanceId?: string;
};

export type StartAuthenticationResult = {
  readonly clientRequest: AuthenticationRequest;
  readonly sessionId: string;
  /** What people are told that they sign in to. */
  readonly relyingPartyName: string;
};

/** The time of the browser's prompt (WebAuthn L3 section 15.1 recommends 300 to 600 seconds). */
export const promptTimeoutMs = 300_000;

/** A new challenge, and its SHA-256, which alone is kept. */
export function newChallenge({ randomBytes }: Pick<StartAuthenticationNeeds, 'randomBytes'>) {
  const challenge = randomBytes(64);
  return { challenge, challengeHash: hash('sha256', challenge, 'buffer') };
}

/**
 * Starts a sign-in by passkey: freezes what it will be judged by and answers the options for the browser. Only the
 * challenge's hash is kept. Throws `store.not-found`, `relying-party.not-found`, `user.not-found`,
 * `passkey.sign-in-not-allowed` and `passkey.none-registered`.
 */
export function startPasskeyAuthentication(needs: StartAuthenticationNeeds) {
  return async (
    sql: Sql,
    actor: Actor,
    input: StartAuthenticationInput,
  ): Promise<StartAuthenticationResult> => {
    const { challenge, challengeHash } = newChallenge(needs);
    const sessionId = needs.newId();
    const findings = await needs.sessions.start(sql, actor, {
      ...input,
      sessionId,
      auditId: needs.newId(),
      timeoutMs: promptTimeoutMs,
      challengeHash,
      publicOrigin: needs.publicOrigin(),
    });
    if (!findings.frozen) throw refusalOf(findings);
    return startedOf(sessionId, findings.frozen, challenge);
  };
}

export type StartPasskeyAuthentication = ReturnType<typeof startPasskeyAuthentication>;

/** What a session answers that is asked by this challenge. */
export const startedOf = (
  sessionId: string,
  frozen: FrozenAuthentication,
  challenge: Uint8Array,
): StartAuthenticationResult => ({
  sessionId,
  clientRequest: requestOf(frozen, challenge),
  relyingPartyName: frozen.relyingParty.name,
});

/** Why nothing started, in the order of the address. */
function refusalOf({ hasStore, hasRelyingParty, userId, userStatus }: AuthenticationFindings): Problem {
  if (!hasStore) return storeProblems.create('store.not-found');
  if (userId === null && hasRelyingParty) return userProblems.create('user.not-found');
  if (!hasRelyingParty) return relyingPartyProblems.create('relying-party.not-found');
  if (!maySignIn.includes(userStatus ?? ''))
    return authenticationProblems.create('passkey.sign-in-not-allowed');
  return authenticationProblems.create('passkey.none-registered');
}
