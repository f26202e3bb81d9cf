import { fromBase64url } from '@latchkey/kernel';
import { ensure, ensured } from '../fault.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Longest base64url text that is decoded; an attestation with a long chain needs about a third of it. */
const maxTextLength = 65_536;

/** The members that registration and authentication responses share: PublicKeyCredential's JSON, WebAuthn L3 section 5.1. */
export type CredentialJson = {
  readonly credentialId: Uint8Array;
  readonly response: JsonObject;
  readonly attachment?: 'platform' | 'cross-platform';
  readonly extensions: JsonObject;
};

/**
 * Reads the outer members of a response: `id` and `rawId` are the same canonical base64url, `type` is `public-key`.
 * Members that nobody knows are ignored. Throws a Fault.
 */
export function readCredential(value: unknown): CredentialJson {
  const credential = readObject(value, 'The response');
  ensure(credential.type === 'public-key', 'type is not public-key.');
  ensure(credential.id === credential.rawId, 'id and rawId differ.');
  const attachment = readAttachment(credential.authenticatorAttachment);
  return {
    credentialId: readBytes(credential.id, 'id'),
    response: readObject(credential.response, 'response'),
    ...(attachment && { attachment }),
    extensions: readObject(credential.clientExtensionResults ?? {}, 'clientExtensionResults'),
  };
}

/** A JSON object, not an array. Throws a Fault. */
export function readObject(value: unknown, name: string): JsonObject {
  ensure(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} is not an object.`);
  return value as JsonObject;
}

/** Bytes in canonical base64url without padding. Throws a Fault. */
export function readBytes(value: unknown, name: string): Uint8Array {
  ensure(typeof value === 'string' && value.length <= maxTextLength, `${name} is not a base64url text.`);
  return ensured(fromBase64url(value), `${name} is not canonical base64url without padding.`);
}

/** An unknown attachment is none, as WebAuthn L3 section 5.1 asks of relying parties. */
function readAttachment(value: unknown): 'platform' | 'cross-platform' | undefined {
  ensure(
    value === undefined || value === null || typeof value === 'string',
    'authenticatorAttachment is not a text.',
  );
  return value === 'platform' || value === 'cross-platform' ? value : undefined;
}
