import type { RegistrationExpectations } from '@latchkey/passkeys';
import { type RecentlyKnown, recentlyKnown } from '../access/recently-known.ts';
import type { FrozenRegistration } from './frozen-registration.ts';
import { registrationFacts } from './registration-facts.ts';
import type { RegistrationSession } from './registration-session.ts';

/** What an answer is judged by; none of it changes after the start. */
export type StartedSession = {
  readonly id: string;
  readonly expectations: RegistrationExpectations;
  readonly policyVersion: number;
  readonly user: FrozenRegistration['user'];
};

/** The same out of the session as it was read. */
export function startedOf({ id, frozen, challenge, ...names }: RegistrationSession): StartedSession {
  const { expectations } = registrationFacts(frozen, challenge, names);
  return { id, expectations, policyVersion: frozen.policy.version, user: frozen.user };
}

/** Sessions that this very process started: it need not read them again to judge their answer. */
export type StartedHere = {
  readonly remember: (tenant: string, session: StartedSession) => void;
  /** Answers and forgets it; `undefined` for sessions of other processes, and for those too long ago. */
  readonly take: (tenant: string, sessionId: string) => StartedSession | undefined;
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
    remember: (tenant, session) => sessions.set(keyOf(tenant, session.id), session),
    take: (tenant, sessionId) => {
      const key = keyOf(tenant, sessionId);
      const session = sessions.get(key);
      if (session) sessions.forget(key);
      return session;
    },
  };
}

// No tenant's name holds a slash.
const keyOf = (tenant: string, sessionId: string): string => `${tenant}/${sessionId}`;
