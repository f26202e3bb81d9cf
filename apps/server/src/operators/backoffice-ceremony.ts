import { randomBytes } from 'node:crypto';
import type { RouteOutput, startOperatorSignIn } from '@latchkey/contract';
import { toBase64url } from '@latchkey/kernel';
import {
  type AuthenticationExpectations,
  defaultRegistrationPolicy,
  type RegistrationOptionsInput,
  registrationOptions,
} from '@latchkey/passkeys';

/** How long a browser waits, in ms. */
const timeoutMs = 300_000;

/** How long an answer is taken: the browser's time and what the way takes. */
export const ceremonyLifetimeSeconds = timeoutMs / 1000 + 30;

/** Discoverable and verified: the passkey is all that an operator signs in with. */
const policy = Object.freeze({
  ...defaultRegistrationPolicy,
  name: 'backoffice',
  residentKey: 'required',
  userVerification: 'required',
  timeoutMs,
} as const);

/** Both come from configuration, never from a request. */
const placeOf = (publicUrl: string) => {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, name: 'Latchkey Backoffice', origins: [origin] };
};

/** The Backoffice's relying party ID: the host that people see. */
export const relyingPartyIdOf = (publicUrl: string): string => placeOf(publicUrl).id;

/** A browser's request for a new passkey of an operator, and what the answer is judged by. */
export const operatorRegistration = (
  publicUrl: string,
  { user, excludeCredentials = [] }: Pick<RegistrationOptionsInput, 'user' | 'excludeCredentials'>,
) =>
  registrationOptions({
    policy,
    relyingParty: placeOf(publicUrl),
    user,
    challenge: randomBytes(32),
    excludeCredentials,
  });

type RequestOptions = RouteOutput<typeof startOperatorSignIn>['options'];

/** A browser's request to sign in with any passkey of the Backoffice, and what the answer is judged by. */
export function operatorAuthentication(publicUrl: string): {
  readonly options: RequestOptions;
  readonly expectations: AuthenticationExpectations;
} {
  const { id: rpId, origins } = placeOf(publicUrl);
  const challenge = toBase64url(randomBytes(32));
  const userVerification = 'required';
  return {
    options: { challenge, rpId, timeout: timeoutMs, userVerification, allowCredentials: [] },
    expectations: { challenge, origins, topOrigins: [], rpId, userVerification },
  };
}
