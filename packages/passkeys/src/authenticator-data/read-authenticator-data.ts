import { type CborMap, type CborValue, isCborMap } from '../cbor/cbor-value.ts';
import { decodeFirstCbor } from '../cbor/decode-cbor.ts';
import { ensure } from '../fault.ts';

/** What an authenticator signs: authenticator data of WebAuthn L3 section 6.1. Byte strings are views of the input. */
export type AuthenticatorData = {
  readonly bytes: Uint8Array;
  readonly rpIdHash: Uint8Array;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly signCount: number;
  readonly attested?: AttestedCredential;
  readonly extensions: CborMap;
};

/** Attested credential data of WebAuthn L3 section 6.5.1. */
export type AttestedCredential = {
  /** 16 bytes. */
  readonly aaguid: Uint8Array;
  readonly credentialId: Uint8Array;
  /** The COSE key as it was written, and decoded. */
  readonly publicKey: Uint8Array;
  readonly coseKey: CborValue;
};

const flag = {
  userPresent: 1,
  userVerified: 4,
  backupEligible: 8,
  backedUp: 16,
  attested: 64,
  extensions: 128,
};

/** Reads authenticator data to the last byte; reserved flags are ignored, as the specification asks. Throws a Fault. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  ensure(bytes.length >= 37, 'The authenticator data are too short.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(32);
  const has = (bit: number): boolean => (flags & bit) !== 0;
  const credential = has(flag.attested) ? readAttestedCredential(bytes, view) : undefined;
  const extensions = readExtensions(bytes, credential?.end ?? 37, has(flag.extensions));
  return {
    bytes,
    rpIdHash: bytes.subarray(0, 32),
    userPresent: has(flag.userPresent),
    userVerified: has(flag.userVerified),
    backupEligible: has(flag.backupEligible),
    backedUp: has(flag.backedUp),
    signCount: view.getUint32(33),
    ...(credential && { attested: credential.attested }),
    extensions,
  };
}

function readAttestedCredential(
  bytes: Uint8Array,
  view: DataView,
): { readonly attested: AttestedCredential; readonly end: number } {
  ensure(bytes.length >= 55, 'The attested credential data are too short.');
  const keyStart = 55 + view.getUint16(53);
  ensure(bytes.length > keyStart, 'The attested credential data are too short.');
  const { value: coseKey, end } = decodeFirstCbor(bytes, keyStart);
  const attested = {
    aaguid: bytes.subarray(37, 53),
    credentialId: bytes.subarray(55, keyStart),
    publicKey: bytes.subarray(keyStart, end),
    coseKey,
  };
  return { attested, end };
}

function readExtensions(bytes: Uint8Array, start: number, isPresent: boolean): CborMap {
  if (!isPresent) {
    ensure(bytes.length === start, 'Bytes follow the authenticator data.');
    return new Map();
  }
  const { value, end } = decodeFirstCbor(bytes, start);
  ensure(isCborMap(value), 'The extensions are not a CBOR map.');
  ensure(bytes.length === end, 'Bytes follow the authenticator data.');
  return value;
}
