import { registrationProblems } from './registration-problems.ts';
import type { RegistrationSession } from './registration-session.ts';

/** A session that can still be completed, or the problem that says why not. */
export function requirePending(session: RegistrationSession | undefined): RegistrationSession {
  if (!session) throw registrationProblems.create('passkey.session-not-found');
  if (session.status !== 'PENDING') throw registrationProblems.create('passkey.session-used');
  if (!session.isFresh) throw registrationProblems.create('passkey.session-expired');
  return session;
}

/** Whether a session can still be completed. When not, `restartPasskeyRegistration` gives another like it. */
export const isPending = ({ status, isFresh }: RegistrationSession): boolean =>
  status === 'PENDING' && isFresh;
