import type { CeremonyOutcome } from '../protocol.ts';

/** What is known beside the error itself. */
export type Facts = {
  /** Who ended the wait, if it was the page. */
  readonly stoppedBy?: 'person' | 'deadline';
  /** The frame or a policy forbids passkeys here. */
  readonly isForbidden?: boolean;
  /** Only this device would do, and it has no way to verify a person. */
  readonly lacksAuthenticator?: boolean;
};

/** A refusal as fast as this, with a cause at hand, was no person's. */
const quickMs = 1_000;
/** Browsers give up a little early; from here on a refusal is their timeout. */
const toleranceMs = 500;

const byName: Readonly<Record<string, CeremonyOutcome>> = {
  InvalidStateError: 'already-registered',
  SecurityError: 'configuration-error',
  TypeError: 'configuration-error',
  EncodingError: 'configuration-error',
  ConstraintError: 'unsupported',
  NotSupportedError: 'unsupported',
};

/**
 * What an error of `navigator.credentials.create` means. Cancel and timeout have the same name (WebAuthn L3 section
 * 14.5.2 hides which it was), so the page's own clock tells them apart. Times are milliseconds.
 */
export function classify(
  errorName: string,
  elapsedMs: number,
  timeoutMs: number,
  facts: Facts,
): CeremonyOutcome {
  if (facts.stoppedBy === 'person') return 'cancelled';
  if (facts.stoppedBy === 'deadline') return 'timed-out';
  const known = Object.hasOwn(byName, errorName) ? byName[errorName] : undefined;
  if (known !== undefined) return known;
  if (errorName === 'NotAllowedError' && elapsedMs >= timeoutMs - toleranceMs) return 'timed-out';
  if (errorName === 'NotAllowedError' && elapsedMs < quickMs) return provenCause(facts) ?? 'cancelled';
  return 'cancelled';
}

function provenCause(facts: Facts): CeremonyOutcome | undefined {
  if (facts.isForbidden) return 'blocked';
  return facts.lacksAuthenticator ? 'unsupported' : undefined;
}
