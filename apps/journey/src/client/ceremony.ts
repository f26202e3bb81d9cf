import { classify, type Facts } from './classify.ts';
import { creationOptions } from './creation-options.ts';
import { registrationResponse } from './registration-response.ts';
import type { BodyOf } from './task.ts';

/** What a prompt came to. */
export type Result = BodyOf<'registered' | 'not-registered'>;

/** Whether this browser can make passkeys at all, here. */
export const isSupported = (): boolean =>
  isSecureContext && 'PublicKeyCredential' in window && 'credentials' in navigator;

/** Asks the device for a passkey. Never throws: every end of the prompt is a result. `stop` aborts with its reason. */
export async function createPasskey(
  clientRequest: unknown,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<Result> {
  const lacksAuthenticator = lacksIts(clientRequest);
  const begunAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - begunAt);
  try {
    const publicKey = creationOptions(clientRequest);
    const credential = await navigator.credentials.create({ publicKey, signal: stop });
    if (credential === null) throw new DOMException('', 'NotAllowedError');
    const response = registrationResponse(credential as PublicKeyCredential);
    return { kind: 'registered', response, elapsedMs: elapsedMs() };
  } catch (error) {
    const elapsed = elapsedMs();
    const errorName = stop.aborted ? 'AbortError' : nameOf(error);
    const facts = { ...factsOf(stop), lacksAuthenticator: await lacksAuthenticator };
    const outcome = classify(errorName, elapsed, timeoutOf(clientRequest) ?? timeoutMs, facts);
    return { kind: 'not-registered', outcome, errorName, elapsedMs: elapsed };
  }
}

const nameOf = (error: unknown): string =>
  (error instanceof Error ? error.name : 'UnknownError').slice(0, 64);

const timeoutOf = (request: unknown): number | undefined => (request as { timeout?: number }).timeout;

function factsOf(stop: AbortSignal): Facts {
  const stoppedBy = stop.aborted ? (stop.reason as Facts['stoppedBy']) : undefined;
  const policy = (document as { featurePolicy?: { allowsFeature: (name: string) => boolean } }).featurePolicy;
  return {
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    isForbidden: policy?.allowsFeature('publickey-credentials-create') === false,
  };
}

/** Proof that no authenticator can answer: only this device is asked for, and it cannot verify a person. */
async function lacksIts(request: unknown): Promise<boolean> {
  const asked = (request as PublicKeyCredentialCreationOptionsJSON).authenticatorSelection;
  if (asked?.authenticatorAttachment !== 'platform') return false;
  const available = PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable;
  return (await available.call(PublicKeyCredential).catch(() => true)) === false;
}
