import type { AttestationInput } from './attestation-format.ts';

/** What most formats sign: authenticator data, then the hash of the client data (WebAuthn L3 section 6.5). */
export function attestedData({ authenticatorData, clientDataHash }: AttestationInput): Uint8Array {
  return Buffer.concat([authenticatorData.bytes, clientDataHash]);
}
