import type { SimulatedAuthenticator, TestRunAct } from '@latchkey/contract';
import type { SignInOutcome } from '@latchkey/journey';
import type { ClientRequest } from '@latchkey/passkeys';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';

type Outcome = NonNullable<TestRunAct['outcome']>;

/** What the page would send of the prompt, without its attempt. */
export type PromptResult =
  | { readonly kind: 'registered'; readonly response: unknown; readonly elapsedMs: number }
  | {
      readonly kind: 'not-registered';
      readonly outcome: Outcome;
      readonly errorName: string;
      readonly elapsedMs: number;
    };

/** What browsers throw (WebAuthn L3 section 6.3.2), and what the page makes of it. */
const outcomes: Readonly<Record<string, Outcome>> = {
  InvalidStateError: 'already-registered',
  NotSupportedError: 'unsupported',
  ConstraintError: 'unsupported',
  SecurityError: 'configuration-error',
};

const quickMs = 800;

/** The same of a prompt to sign in. */
export type SignInResult =
  | { readonly kind: 'asserted'; readonly response: unknown; readonly elapsedMs: number }
  | {
      readonly kind: 'not-asserted';
      readonly outcome: SignInOutcome;
      readonly errorName: string;
      readonly elapsedMs: number;
    };

/** Answers the options of a prompt as a device and its browser would. By its seed the device is found again. */
export function simulatePasskey(
  request: ClientRequest,
  origin: string,
  { backup, userVerified = true, attachment, attestation = 'none', fault }: SimulatedAuthenticator,
  seed: string,
): PromptResult {
  const isSynced = backup === 'synced';
  const asked = request.authenticatorSelection.authenticatorAttachment;
  const device = createSoftAuthenticator({
    seed,
    attestation,
    attachment: attachment ?? asked ?? 'platform',
    flags: { userVerified, backupEligible: isSynced, backedUp: isSynced },
  });
  try {
    const response = device.createCredential(request, { origin, ...(fault && { fault }) });
    return { kind: 'registered', response, elapsedMs: quickMs };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return notRegistered(outcomes[error.name] ?? 'unsupported', quickMs, error.name);
  }
}

const errorNames: Readonly<Record<Outcome, string>> = {
  cancelled: 'NotAllowedError',
  'timed-out': 'NotAllowedError',
  'already-registered': 'InvalidStateError',
  unsupported: 'NotSupportedError',
  blocked: 'NotAllowedError',
  'configuration-error': 'SecurityError',
};

/** What the page would send of a prompt that made no passkey. */
export const notRegistered = (
  outcome: Outcome,
  elapsedMs = quickMs,
  errorName = errorNames[outcome],
): PromptResult => ({ kind: 'not-registered', outcome, errorName, elapsedMs });

/** The same of a prompt by which nobody signed in. */
export const notAsserted = (outcome: SignInOutcome, elapsedMs = quickMs): SignInResult => ({
  kind: 'not-asserted',
  outcome,
  errorName: errorNames[outcome],
  elapsedMs,
});
