import type { CeremonyOutcome, FormNotice } from '@latchkey/journey';
import type { PasskeyProblemCode } from '@latchkey/passkeys';
import type { RegistrationProblemCode } from '../../passkeys/registration-problems.ts';
import type { PasskeyRegistrationRecord } from '../../processes/session-data/passkey-registrations.ts';

const outcomes: readonly string[] = [
  'cancelled',
  'timed-out',
  'already-registered',
  'unsupported',
  'blocked',
  'configuration-error',
] satisfies readonly CeremonyOutcome[];

/** Codes for which a person can do something, or ought to know more than that it was refused. */
const notices: Readonly<Partial<Record<PasskeyProblemCode | RegistrationProblemCode, FormNotice>>> = {
  'passkey.user-not-present': 'unverified',
  'passkey.user-not-verified': 'unverified',
  'passkey.algorithm-not-allowed': 'unsuitable',
  'passkey.attestation-format-unsupported': 'unsuitable',
  'passkey.attestation-required': 'unsuitable',
  'passkey.attestation-not-trusted': 'unsuitable',
  'passkey.attestation-format-not-allowed': 'unsuitable',
  'passkey.attestation-type-not-allowed': 'unsuitable',
  'passkey.attachment-mismatch': 'unsuitable',
  'passkey.not-discoverable': 'unsuitable',
  'passkey.credential-protection-too-weak': 'unsuitable',
  'passkey.backup-not-allowed': 'unsuitable',
  'passkey.model-denied': 'unsuitable',
  'passkey.model-not-allowed': 'unsuitable',
  'passkey.certification-too-low': 'unsuitable',
  'passkey.key-protection-not-allowed': 'unsuitable',
  'passkey.verification-method-not-allowed': 'unsuitable',
  'passkey.prf-missing': 'unsuitable',
  'passkey.large-blob-missing': 'unsuitable',
  'passkey.model-revoked': 'unsafe',
  'passkey.pin-too-short': 'short-pin',
  'passkey.already-registered': 'already-registered',
  'passkey.session-expired': 'timed-out',
  'passkey.limit-reached': 'too-many',
  'passkey.user-not-allowed': 'not-allowed',
  'passkey.withdrawn': 'not-allowed',
};

/** What the page tells above the form of the last try: what the browser said, or why the server refused. */
export function noticeOf({
  browserOutcome,
  failure,
}: Pick<PasskeyRegistrationRecord, 'browserOutcome' | 'failure'>): FormNotice | undefined {
  if (outcomes.includes(browserOutcome ?? '')) return browserOutcome as CeremonyOutcome;
  if (failure === undefined) return undefined;
  return notices[failure as keyof typeof notices] ?? 'rejected';
}
