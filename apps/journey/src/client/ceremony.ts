import type { SignInOutcome } from '../protocol.ts';
import { classify, type Facts } from './classify.ts';
import { creationOptions } from './creation-options.ts';
import { credentialResponse } from './credential-response.ts';
import { requestOptions } from './request-options.ts';
import type { BodyOf } from './task.ts';

/** What a prompt for a new passkey came to. */
export type Result = BodyOf<'registered' | 'not-registered'>;

/** What a prompt to sign in came to. */
export type SignInResult = BodyOf<'asserted' | 'not-asserted'>;

/** Whether this browser can make and use passkeys at all, here. */
export const isSupported = (): boolean =>
  isSecureContext && 'PublicKeyCredential' in window && 'credentials' in navigator;

/** Asks the device for a passkey. Never throws: every end of the prompt is a result. `stop` aborts with its reason. */
export async function createPasskey(
  clientRequest: unknown,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<Result> {
  const open = () =>
    navigator.credentials.create({ publicKey: creationOptions(clientRequest), signal: stop });
  const end = await prompted(open, 'create', clientRequest, timeoutMs, stop);
  return 'response' in end ? { kind: 'registered', ...end } : { kind: 'not-registered', ...end };
}

/** Asks the device to sign in with a passkey that it has or finds. As kind as `createPasskey`. */
export async function signIn(
  clientRequest: unknown,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<SignInResult> {
  const open = () => navigator.credentials.get({ publicKey: requestOptions(clientRequest), signal: stop });
  const end = await prompted(open, 'get', clientRequest, timeoutMs, stop);
  if ('response' in end) return { kind: 'asserted', ...end };
  // Nothing is registered, so nothing can be already; browsers that say so were asked wrongly.
  const outcome: SignInOutcome = end.outcome === 'already-registered' ? 'configuration-error' : end.outcome;
  return { kind: 'not-asserted', ...end, outcome };
}

type Made = Omit<BodyOf<'registered'>, 'kind'>;
type None = Omit<BodyOf<'not-registered'>, 'kind'>;

async function prompted(
  open: () => Promise<Credential | null>,
  does: 'create' | 'get',
  clientRequest: unknown,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<Made | None> {
  const lacksAuthenticator = lacksIts(clientRequest);
  const begunAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - begunAt);
  try {
    const credential = await open();
    if (credential === null) throw new DOMException('', 'NotAllowedError');
    return { response: credentialResponse(credential as PublicKeyCredential), elapsedMs: elapsedMs() };
  } catch (error) {
    const elapsed = elapsedMs();
    const errorName = stop.aborted ? 'AbortError' : nameOf(error);
    const facts = { ...factsOf(stop, does), lacksAuthenticator: await lacksAuthenticator };
    const outcome = classify(errorName, elapsed, timeoutOf(clientRequest) ?? timeoutMs, facts);
    return { outcome, errorName, elapsedMs: elapsed };
  }
}

const nameOf = (error: unknown): string =>
  (error instanceof Error ? error.name : 'UnknownError').slice(0, 64);

const timeoutOf = (request: unknown): number | undefined => (request as { timeout?: number }).timeout;

function factsOf(stop: AbortSignal, does: 'create' | 'get'): Facts {
  const stoppedBy = stop.aborted ? (stop.reason as Facts['stoppedBy']) : undefined;
  const policy = (document as { featurePolicy?: { allowsFeature: (name: string) => boolean } }).featurePolicy;
  return {
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    isForbidden: policy?.allowsFeature(`publickey-credentials-${does}`) === false,
  };
}

/** Proof that no authenticator can answer: only this device is asked for, and it cannot verify a person. */
async function lacksIts(request: unknown): Promise<boolean> {
  const asked = (request as PublicKeyCredentialCreationOptionsJSON).authenticatorSelection;
  if (asked?.authenticatorAttachment !== 'platform') return false;
  const available = PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable;
  return (await available.call(PublicKeyCredential).catch(() => true)) === false;
}
