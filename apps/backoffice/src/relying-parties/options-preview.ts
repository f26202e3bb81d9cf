import type { PolicyValues } from './policy-values.ts';

/**
 * The options that a policy makes browsers get, with placeholders for what is made anew for each registration. A test
 * holds it equal to what the server sends.
 */
export function optionsPreview(
  policy: PolicyValues,
  relyingParty: { readonly id: string; readonly name: string },
) {
  const authenticatorSelection = {
    ...(policy.attachment !== '' && { authenticatorAttachment: policy.attachment }),
    residentKey: policy.residentKey,
    requireResidentKey: policy.residentKey === 'required',
    userVerification: policy.userVerification,
  };
  return {
    rp: { name: relyingParty.name, id: relyingParty.id },
    user: { id: placeholders.handle, name: placeholders.name, displayName: placeholders.displayName },
    challenge: placeholders.challenge,
    pubKeyCredParams: policy.algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: policy.timeoutMs,
    excludeCredentials: [],
    authenticatorSelection,
    authenticatorSelectionCriteria: authenticatorSelection,
    hints: policy.hints,
    attestation: policy.attestation,
    extensions: {
      ...(policy.credProps && { credProps: true }),
      ...(policy.credentialProtection !== '' && { credentialProtectionPolicy: policy.credentialProtection }),
      ...(policy.enforceCredentialProtection && { enforceCredentialProtectionPolicy: true }),
      ...((policy.minPinLength || policy.leastPinLength !== '') && { minPinLength: true }),
      ...(policy.prf !== '' && { prf: {} }),
      ...(policy.largeBlob !== '' && { largeBlob: { support: policy.largeBlob } }),
    },
    ...(policy.conditionalCreate && { mediation: 'conditional' }),
  };
}

/** What stands for values that are made for each registration. */
export const placeholders = Object.freeze({
  handle: '<user handle>',
  name: '<user name>',
  displayName: '<user display name>',
  challenge: '<64 random bytes>',
});
