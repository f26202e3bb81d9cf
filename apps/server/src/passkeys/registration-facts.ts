import { toBase64url } from '@latchkey/kernel';
import {
  type ClientRequest,
  type IssuedExpectations,
  type RegistrationExpectations,
  type RegistrationPolicy,
  registrationExpectations,
  registrationOptions,
} from '@latchkey/passkeys';
import { expectedOrigins } from '../relying-parties/expected-origins.ts';
import type { FrozenRegistration, PasskeyNames } from './frozen-registration.ts';

/** What the browser gets and what its answer is judged by, from frozen facts alone. Pure. */
export function registrationFacts(
  frozen: FrozenRegistration,
  challenge: Uint8Array,
  names: PasskeyNames,
): { readonly clientRequest: ClientRequest; readonly expectations: IssuedExpectations } {
  return registrationOptions({
    ...termsOf(frozen),
    user: { handle: fromHex(frozen.handle), name: names.userName, displayName: names.userDisplayName },
    challenge,
    excludeCredentials: frozen.exclude.map(({ id, transports }) => ({ id: fromHex(id), transports })),
  });
}

/** What the answer is judged by, where the challenge is known by its hash alone. Pure. */
export const expectationsOf = (
  frozen: FrozenRegistration,
  challengeHash: Uint8Array,
): RegistrationExpectations =>
  registrationExpectations(termsOf(frozen), { challengeHash: toBase64url(challengeHash) });

function termsOf(frozen: FrozenRegistration) {
  const { rpId, name, restrictedOrigins, relatedOrigins = [] } = frozen.relyingParty;
  const { publicOrigin } = frozen;
  const origins = expectedOrigins({ rpId, restrictedOrigins, relatedOrigins, publicOrigin });
  return { policy: policyOf(frozen), relyingParty: { id: rpId, name, origins } };
}

const fromHex = (text: string): Uint8Array => Buffer.from(text, 'hex');

// PostgreSQL writes an absent column as null, where the policy's type knows only absence.
function policyOf({ policy }: FrozenRegistration): RegistrationPolicy {
  const { attachment, credentialProtection, ...rest } = policy;
  return {
    ...rest,
    ...(attachment && { attachment }),
    ...(credentialProtection && { credentialProtection }),
  };
}
