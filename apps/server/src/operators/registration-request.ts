import { randomBytes } from 'node:crypto';
import {
  defaultRegistrationPolicy,
  type RegistrationOptionsInput,
  registrationOptions,
  withHashedChallenge,
} from '@latchkey/passkeys';
import { backofficeRelyingParty, ceremonyTimeoutMs } from './backoffice-relying-party.ts';

/** Discoverable and verified: the passkey is all that an operator signs in with. */
const policy = Object.freeze({
  ...defaultRegistrationPolicy,
  name: 'backoffice',
  residentKey: 'required',
  userVerification: 'required',
  timeoutMs: ceremonyTimeoutMs,
} as const);

/** A browser's request for a new passkey of an operator, and what the answer is judged by, without the challenge. */
export function registrationRequest(
  publicUrl: string,
  { user, excludeCredentials = [] }: Pick<RegistrationOptionsInput, 'user' | 'excludeCredentials'>,
) {
  const { clientRequest, expectations } = registrationOptions({
    policy,
    relyingParty: backofficeRelyingParty(publicUrl),
    user,
    challenge: randomBytes(32),
    excludeCredentials,
  });
  return { clientRequest, expectations: withHashedChallenge(expectations) };
}
