import type { RegistrationExpectations } from '@latchkey/passkeys';
import { type RecentlyKnown, recentlyKnown } from '../access/recently-known.ts';
import type { FrozenRegistration } from './frozen-registration.ts';
import { expectationsOf } from './registration-facts.ts';
import type { RegistrationSession } from './registration-session.ts';

/** What an answer is judged by; none of it changes after the start. */
export type StartedSession = {
  readonly key: string;
  readonly expectations: RegistrationExpectations;
  readonly policyVersion: number;
  readonly user: FrozenRegistration['user'];
  readonly handle: Uint8Array;
  readonly storeId: string;
  /** The relying party's row. */
  readonly partyId: string;
};

/** The same out of the session as it was read. */
export function startedOf({ key, frozen, challengeHash, ...session }: RegistrationSession): StartedSession {
  const { storeId, partyId } = session;
  return {
    key,
    expectations: expectationsOf(frozen, challengeHash),
    policyVersion: frozen.policy.version,
    user: frozen.user,
    handle: Buffer.from(frozen.handle, 'hex'),
    storeId,
    partyId,
  };
}

/** Sessions that this very process started: it need not read them again to judge their answer. */
export type StartedHere = {
  readonly remember: (tenant: string, session: StartedSession) => void;
  /** Answers and forgets it; `undefined` for sessions of other processes, and for those too long ago. */
  readonly take: (tenant: string, sessionKey: string) => StartedSession | undefined;
};

// Each weighs less than 1 KB.
const capacity = 10_000;

/**
 * Makes an empty memory. It saves a read and decides nothing: whose session it is, whether it is pending and fresh, is
 * for the statement that ends it to judge. A start that was rolled back may be remembered; no statement finds it.
 */
export function startedHere(): StartedHere {
  const sessions: RecentlyKnown<StartedSession> = recentlyKnown(capacity);
  return {
    remember: (tenant, session) => sessions.set(keyOf(tenant, session.key), session),
    take: (tenant, sessionKey) => {
      const key = keyOf(tenant, sessionKey);
      const session = sessions.get(key);
      if (session) sessions.forget(key);
      return session;
    },
  };
}

// No tenant's name holds a slash.
const keyOf = (tenant: string, sessionKey: string): string => `${tenant}/${sessionKey}`;
