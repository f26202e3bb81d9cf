import { ensure } from '../fault.ts';
import type { Attachment } from '../policy/registration-policy.ts';
import { type JsonObject, readBytes, readCredential, readObject } from '../response/read-credential.ts';

/** A browser's answer to create(), read and checked for form. What it claims is still to be verified. */
export type RegistrationResponse = {
  readonly credentialId: Uint8Array;
  readonly clientDataJson: Uint8Array;
  readonly attestationObject: Uint8Array;
  readonly transports: readonly string[];
  readonly attachment?: Attachment;
  /** `credProps.rk`; absent is unknown. */
  readonly residentKey?: boolean;
  /** `prf.enabled`; absent is unknown. */
  readonly prf?: boolean;
  /** `largeBlob.supported`; absent is unknown. */
  readonly largeBlob?: boolean;
};

/**
 * Reads a RegistrationResponseJSON (WebAuthn L3 section 5.1). The members that repeat parts of the attestation object
 * (authenticatorData, publicKey, publicKeyAlgorithm) are ignored: the attestation object alone is judged. Throws a Fault.
 */
export function readRegistrationResponse(value: unknown): RegistrationResponse {
  const { credentialId, response, attachment, extensions } = readCredential(value);
  const residentKey = readFlag(extensions, 'credProps', 'rk');
  const prf = readFlag(extensions, 'prf', 'enabled');
  const largeBlob = readFlag(extensions, 'largeBlob', 'supported');
  return {
    credentialId,
    clientDataJson: readBytes(response.clientDataJSON, 'clientDataJSON'),
    attestationObject: readBytes(response.attestationObject, 'attestationObject'),
    transports: readTransports(response.transports ?? []),
    ...(attachment && { attachment }),
    ...(residentKey !== undefined && { residentKey }),
    ...(prf !== undefined && { prf }),
    ...(largeBlob !== undefined && { largeBlob }),
  };
}

const maxTransports = 8;
const maxTransportLength = 32;
/** AuthenticatorTransport of WebAuthn L3 section 5.8.4, and `cable`, which older Chromium writes for hybrid. */
const knownTransports = new Set(['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable']);

/** Known transports, each once; unknown words are dropped, as WebAuthn L3 section 5.8.4 lets a relying party do. */
function readTransports(value: unknown): readonly string[] {
  ensure(Array.isArray(value) && value.length <= maxTransports, 'transports is not a short list.');
  ensure(value.every(isShortText), 'transports holds something else than short texts.');
  return [...new Set(value.filter((one) => knownTransports.has(one)))];
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxTransportLength;

function readFlag(extensions: JsonObject, extension: string, member: string): boolean | undefined {
  if (extensions[extension] === undefined) return undefined;
  const value = readObject(extensions[extension], extension)[member];
  ensure(value === undefined || typeof value === 'boolean', `${extension}.${member} is not a boolean.`);
  return value;
}
