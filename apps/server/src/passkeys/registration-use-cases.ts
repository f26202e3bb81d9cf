import type { Clock, NewId } from '@latchkey/kernel';
import type { AttestationTrust } from '@latchkey/passkeys';
import { cancelRegistrationSession } from './cancel-registration-session.ts';
import { completePasskeyRegistration, judgePasskeyRegistration } from './complete-passkey-registration.ts';
import type { JudgePasskeys } from './judge-passkeys.ts';
import { nameRegistration } from './name-registration.ts';
import type { PasskeySeals } from './passkey-seals.ts';
import { registrationSessions as sessions } from './registration-sessions.sql.ts';
import { restartPasskeyRegistration } from './restart-passkey-registration.ts';
import { startPasskeyRegistration } from './start-passkey-registration.ts';
import { startedHere } from './started-here.ts';

export type RegistrationNeeds = {
  readonly newId: NewId;
  readonly now: Clock;
  /** So many bytes from a cryptographic source. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** What a tenant's attestations are judged by at a moment. */
  readonly trustOf: (tenant: string, now: number) => AttestationTrust;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
  readonly seals: Pick<PasskeySeals, 'mac' | 'close'>;
  readonly judgePasskeys: JudgePasskeys;
};

/** Everything that can happen to a passkey registration, for routes and activities alike. */
export function registrationUseCases(needs: RegistrationNeeds) {
  const kept = { ...needs, sessions, startedHere: startedHere() };
  const start = startPasskeyRegistration(kept);
  return Object.freeze({
    startPasskeyRegistration: start,
    completePasskeyRegistration: completePasskeyRegistration(kept),
    judgePasskeyRegistration: judgePasskeyRegistration(kept),
    cancelRegistrationSession: cancelRegistrationSession({ ...needs, sessions }),
    restartPasskeyRegistration: restartPasskeyRegistration({ ...needs, sessions, start }),
    nameRegistration: nameRegistration({ sessions }),
  });
}

export type RegistrationUseCases = ReturnType<typeof registrationUseCases>;
