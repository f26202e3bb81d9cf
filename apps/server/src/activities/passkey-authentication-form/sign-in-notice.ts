import type { FormNotice, SignInOutcome } from '@latchkey/journey';
import type { PasskeyProblemCode } from '@latchkey/passkeys';
import type { AuthenticationProblemCode } from '../../passkey-authentications/authentication-problems.ts';
import type { PasskeyAuthenticationRecord } from '../../processes/session-data/passkey-authentications.ts';

const outcomes: readonly string[] = [
  'cancelled',
  'timed-out',
  'unsupported',
  'blocked',
  'configuration-error',
] satisfies readonly SignInOutcome[];

/** Codes for which a person can do something, or ought to know more than that it was refused. */
const notices: Readonly<Partial<Record<PasskeyProblemCode | AuthenticationProblemCode, FormNotice>>> = {
  'passkey.user-not-present': 'unverified',
  'passkey.user-not-verified': 'unverified',
  'passkey.not-known': 'unsuitable',
  'passkey.credential-not-allowed': 'unsuitable',
  'passkey.user-handle-mismatch': 'unsuitable',
  'passkey.counter-not-increased': 'unsafe',
  'passkey.authentication-expired': 'timed-out',
  'passkey.sign-in-not-allowed': 'not-allowed',
  'passkey.authentication-withdrawn': 'not-allowed',
};

/** What the page tells above the form of the last try: what the browser said, or why the server refused. */
export function signInNotice({
  browserOutcome,
  failure,
}: Pick<PasskeyAuthenticationRecord, 'browserOutcome' | 'failure'>): FormNotice | undefined {
  if (outcomes.includes(browserOutcome ?? '')) return browserOutcome as SignInOutcome;
  if (failure === undefined) return undefined;
  return notices[failure as keyof typeof notices] ?? 'rejected';
}
