import { readBytes, readCredential } from '../response/read-credential.ts';

/** A browser's answer to get(), read and checked for form. */
export type AuthenticationResponse = {
  readonly credentialId: Uint8Array;
  readonly clientDataJson: Uint8Array;
  readonly authenticatorData: Uint8Array;
  readonly signature: Uint8Array;
  readonly userHandle?: Uint8Array;
};

/** Reads an AuthenticationResponseJSON (WebAuthn L3 section 5.1). Throws a Fault. */
export function readAuthenticationResponse(value: unknown): AuthenticationResponse {
  const { credentialId, response } = readCredential(value);
  const { userHandle } = response;
  return {
    credentialId,
    clientDataJson: readBytes(response.clientDataJSON, 'clientDataJSON'),
    authenticatorData: readBytes(response.authenticatorData, 'authenticatorData'),
    signature: readBytes(response.signature, 'signature'),
    ...(userHandle !== undefined &&
      userHandle !== null && { userHandle: readBytes(userHandle, 'userHandle') }),
  };
}
