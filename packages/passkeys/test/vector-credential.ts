import { readAttestationObject } from '../src/attestation/read-attestation-object.ts';
import { readAuthenticatorData } from '../src/authenticator-data/read-authenticator-data.ts';
import type { RegisteredCredential } from '../src/index.ts';
import type { RegistrationResponseJson } from '../src/soft-authenticator/index.ts';

/** The credential of a registration, whatever its attestation. */
export function credentialOf({ response }: RegistrationResponseJson): RegisteredCredential {
  const object = readAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')));
  const data = readAuthenticatorData(object.authenticatorData);
  if (!data.attested) throw new Error('The vector holds no credential.');
  return {
    credentialId: data.attested.credentialId,
    publicKey: data.attested.publicKey,
    signCount: data.signCount,
    backupEligible: data.backupEligible,
    userHandle: new Uint8Array(),
    isUserKnown: true,
  };
}
