import { toBase64url } from '@latchkey/kernel';
import type { AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { ensure, ensured } from '../fault.ts';
import type { AuthenticationExpectations, RegisteredCredential } from './authentication-expectations.ts';
import type { AuthenticationResponse } from './read-authentication-response.ts';

/** Refuses a credential that was not asked for, or another one than the caller found. Throws a Fault. */
export function ensureCredential(
  answer: AuthenticationResponse,
  asked: AuthenticationExpectations,
  credential: RegisteredCredential,
): void {
  const allowed = asked.allowCredentials ?? [];
  const isAsked = allowed.length === 0 || allowed.includes(toBase64url(answer.credentialId));
  ensure(isAsked, 'The credential is not among those that were asked for.');
  ensure(isSame(answer.credentialId, credential.credentialId), 'The answer is about another credential.');
}

/** Refuses an answer that names another user, or names none where nobody knew the user before. Throws a Fault. */
export function ensureUser(answer: AuthenticationResponse, credential: RegisteredCredential): void {
  if (answer.userHandle === undefined && credential.isUserKnown) return;
  const handle = ensured(answer.userHandle, 'The answer names no user.');
  ensure(isSame(handle, credential.userHandle), 'The answer names another user.');
}

/** Where the person must be verified, they are now and were when the passkey was made. Throws a Fault. */
export function ensureVerified(
  { userVerification }: AuthenticationExpectations,
  data: AuthenticatorData,
  isVerified: boolean,
): void {
  const isAsked = userVerification === 'required';
  ensure(data.userVerified || !isAsked, 'The flag UV is not set.');
  ensure(isVerified || !isAsked, 'The passkey was made without the person being verified.');
}

/** Eligibility for backup never changes in a credential's life. Throws a Fault. */
export function ensureSameBackupEligibility(data: AuthenticatorData, credential: RegisteredCredential): void {
  ensure(data.backupEligible === credential.backupEligible, 'The flag BE differs from that at registration.');
}

/** A counter that is in use must grow; if not, the authenticator may have been cloned. Throws a Fault. */
export function ensureCounter(data: AuthenticatorData, credential: RegisteredCredential): void {
  const isUnused = data.signCount === 0 && credential.signCount === 0;
  ensure(isUnused || data.signCount > credential.signCount, 'The signature counter did not increase.');
}

const isSame = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
