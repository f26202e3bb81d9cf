import { toBase64url } from '@latchkey/kernel';
import { readAttestationObject } from '../../src/attestation/read-attestation-object.ts';
import type { CborValue } from '../../src/cbor/cbor-value.ts';
import { isBytes, isCborMap } from '../../src/cbor/cbor-value.ts';
import { encodeCbor } from '../../src/cbor/encode-cbor.ts';
import type { RegistrationExpectations } from '../../src/index.ts';
import type { AttestationTrust } from '../../src/registration/attestation-trust.ts';
import type { RegistrationResponseJson } from '../../src/soft-authenticator/index.ts';
import { askedOf, trustOf } from '../real-registration.ts';
import type { RealResponse } from '../vectors.ts';

/** A real registration taken apart, so that any part can be another. */
export type Parts = {
  readonly entry: RealResponse;
  readonly format: string;
  readonly statement: CborValue;
  readonly authData: Uint8Array;
  readonly clientData: Uint8Array;
  readonly json: RegistrationResponseJson;
  readonly asked: RegistrationExpectations;
  readonly trust: AttestationTrust;
  /** Changes the bytes of the attestation object when everything else is done. */
  readonly finish?: (object: Uint8Array) => Uint8Array;
};

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

export function partsOf(entry: RealResponse): Parts {
  const json = entry.response as RegistrationResponseJson;
  const { format, statement, authenticatorData } = readAttestationObject(
    bytesOf(json.response.attestationObject),
  );
  const clientData = bytesOf(json.response.clientDataJSON);
  const asked = { ...askedOf(entry), requireTrustAnchor: entry.anchor !== null };
  const judged = { asked, trust: trustOf(entry) };
  return { entry, format, statement, authData: authenticatorData, clientData, json, ...judged };
}

/** The browser's answer, put together again. */
export function responseOf(parts: Parts): unknown {
  const object = encodeCbor(
    new Map<string, CborValue>([
      ['fmt', parts.format],
      ['attStmt', parts.statement],
      ['authData', parts.authData],
    ]),
  );
  return {
    ...parts.json,
    response: {
      ...parts.json.response,
      clientDataJSON: toBase64url(parts.clientData),
      attestationObject: toBase64url(parts.finish?.(object) ?? object),
    },
  };
}

/** The certificates of a statement; none for those that hide them in a signed document. */
export function certificatesOf({ statement }: Parts): readonly Uint8Array[] {
  const x5c = isCborMap(statement) ? statement.get('x5c') : undefined;
  return Array.isArray(x5c) ? x5c.filter(isBytes) : [];
}

/** One thing that is different. */
export type RealMutation = {
  readonly name: string;
  /** Undefined where it makes no sense. */
  readonly change: (parts: Parts) => Parts | undefined;
  /** What may come of it: a problem's code or an attestation type. */
  readonly ends: (parts: Parts) => RegExp;
};

/** Whether the attestation is a signature over all of authenticator data and client data. */
export const isSigned = ({ format }: Parts): boolean => format !== 'none';
/** Who wants an anchor refuses certificates that somebody changed; without any anchor nobody can tell. */
export const hasAnchor = ({ entry }: Parts): boolean => entry.anchor !== null;

export const flip = (bytes: Uint8Array, at: number, bits = 1): Uint8Array =>
  bytes.map((byte, index) => (index === (at < 0 ? bytes.length + at : at) ? byte ^ bits : byte));
