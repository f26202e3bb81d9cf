import {
  type ClientRequest,
  type RegistrationExpectations,
  type RegistrationPolicy,
  registrationOptions,
} from '@latchkey/passkeys';
import { expectedOrigins } from '../relying-parties/expected-origins.ts';
import type { FrozenRegistration, PasskeyNames } from './frozen-registration.ts';

/** What the browser gets and what its answer is judged by, from frozen facts alone. Pure. */
export function registrationFacts(
  frozen: FrozenRegistration,
  challenge: Uint8Array,
  names: PasskeyNames,
): { readonly clientRequest: ClientRequest; readonly expectations: RegistrationExpectations } {
  const { rpId, name, restrictedOrigins, relatedOrigins = [] } = frozen.relyingParty;
  return registrationOptions({
    policy: policyOf(frozen),
    relyingParty: {
      id: rpId,
      name,
      origins: expectedOrigins({
        rpId,
        restrictedOrigins,
        relatedOrigins,
        publicOrigin: frozen.publicOrigin,
      }),
    },
    user: { handle: fromHex(frozen.handle), name: names.userName, displayName: names.userDisplayName },
    challenge,
    excludeCredentials: frozen.exclude.map(({ id, transports }) => ({ id: fromHex(id), transports })),
  });
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
