import type { CeremonyOutcome } from '@latchkey/journey';
import type { PasskeyRegistrationRecord } from '../../processes/session-data/passkey-registrations.ts';

const outcomes: readonly string[] = [
  'cancelled',
  'timed-out',
  'already-registered',
  'unsupported',
  'blocked',
  'configuration-error',
] satisfies readonly CeremonyOutcome[];

/** What the page tells above the form of the last try: what the browser said, or that the server refused. */
export function noticeOf({
  browserOutcome,
  failure,
}: PasskeyRegistrationRecord): CeremonyOutcome | 'rejected' | undefined {
  if (outcomes.includes(browserOutcome ?? '')) return browserOutcome as CeremonyOutcome;
  return failure === undefined ? undefined : 'rejected';
}
