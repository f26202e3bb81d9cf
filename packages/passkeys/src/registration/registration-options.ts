import { toBase64url } from '@latchkey/kernel';
import type { IssuedChallenge } from '../client-data/issued-challenge.ts';
import { authenticatorDemandsOf } from '../policy/authenticator-demands.ts';
import type { RegistrationPolicy } from '../policy/registration-policy.ts';
import type { AuthenticatorSelection, ClientRequest, CredentialDescriptor } from './client-request.ts';
import type { RegistrationExpectations } from './registration-expectations.ts';

/** What starts a registration. Challenge and user handle are made by the caller: 64 random bytes, 16 to 64 random bytes. */
export type RegistrationOptionsInput = {
  readonly policy: RegistrationPolicy;
  readonly relyingParty: {
    readonly id: string;
    readonly name: string;
    readonly origins: readonly string[];
  };
  readonly user: { readonly handle: Uint8Array; readonly name: string; readonly displayName: string };
  readonly challenge: Uint8Array;
  /** The user's passkeys, so that no authenticator holds two. */
  readonly excludeCredentials?: readonly {
    readonly id: Uint8Array;
    readonly transports?: readonly string[];
  }[];
};

/** What an answer is judged by, with the challenge itself. */
export type IssuedExpectations = RegistrationExpectations & { readonly challenge: string };

/** The browser's request and what its answer will be judged by. Pure. */
export function registrationOptions(input: RegistrationOptionsInput): {
  readonly clientRequest: ClientRequest;
  readonly expectations: IssuedExpectations;
} {
  const challenge = toBase64url(input.challenge);
  return Object.freeze({
    clientRequest: clientRequestOf(input),
    expectations: registrationExpectations(input, { challenge }),
  });
}

function clientRequestOf({ policy, relyingParty, user, ...input }: RegistrationOptionsInput): ClientRequest {
  const selection = selectionOf(policy);
  return {
    rp: { name: relyingParty.name, id: relyingParty.id },
    user: { id: toBase64url(user.handle), name: user.name, displayName: user.displayName },
    challenge: toBase64url(input.challenge),
    pubKeyCredParams: policy.algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: policy.timeoutMs,
    excludeCredentials: (input.excludeCredentials ?? []).map(descriptorOf),
    authenticatorSelection: selection,
    authenticatorSelectionCriteria: selection,
    hints: policy.hints,
    attestation: policy.attestation,
    extensions: extensionsOf(policy),
    ...(policy.conditionalCreate && { mediation: 'conditional' as const }),
  };
}

function selectionOf(policy: RegistrationPolicy): AuthenticatorSelection {
  return {
    ...(policy.attachment && { authenticatorAttachment: policy.attachment }),
    residentKey: policy.residentKey,
    requireResidentKey: policy.residentKey === 'required',
    userVerification: policy.userVerification,
  };
}

function descriptorOf(credential: {
  readonly id: Uint8Array;
  readonly transports?: readonly string[];
}): CredentialDescriptor {
  return {
    type: 'public-key',
    id: toBase64url(credential.id),
    ...(credential.transports?.length && { transports: credential.transports }),
  };
}

function extensionsOf(policy: RegistrationPolicy): ClientRequest['extensions'] {
  return {
    ...(policy.credProps && { credProps: true }),
    ...(policy.credentialProtection && { credentialProtectionPolicy: policy.credentialProtection }),
    ...(policy.enforceCredentialProtection && { enforceCredentialProtectionPolicy: true }),
    ...((policy.minPinLength || policy.leastPinLength) && { minPinLength: true }),
    ...(policy.prf && { prf: {} }),
    ...(policy.largeBlob && { largeBlob: { support: policy.largeBlob } }),
  };
}

/** What the answer to options of this policy is judged by. Pure. */
export function registrationExpectations<Issued extends IssuedChallenge>(
  { policy, relyingParty }: Pick<RegistrationOptionsInput, 'policy' | 'relyingParty'>,
  issued: Issued,
): RegistrationExpectations & Issued {
  const demands = authenticatorDemandsOf(policy);
  return {
    ...issued,
    origins: policy.origins?.length
      ? relyingParty.origins.filter((one) => policy.origins?.includes(one))
      : relyingParty.origins,
    topOrigins: policy.topOrigins ?? [],
    rpId: relyingParty.id,
    algorithms: policy.algorithms,
    userVerification: policy.userVerification,
    userPresence: policy.conditionalCreate !== true,
    attestation: policy.attestation,
    ...(policy.requireTrustAnchor && { requireTrustAnchor: true }),
    ...(policy.legacyAttestation && { legacyAttestation: true }),
    residentKey: policy.residentKey,
    ...(policy.attachment && { attachment: policy.attachment }),
    ...(policy.credentialProtection && { credentialProtection: policy.credentialProtection }),
    enforceCredentialProtection: policy.enforceCredentialProtection,
    ...(Object.keys(demands).length > 0 && { demands }),
  };
}
