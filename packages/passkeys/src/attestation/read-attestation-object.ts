import { type CborValue, isBytes, isCborArray, isCborMap } from '../cbor/cbor-value.ts';
import { decodeCbor } from '../cbor/decode-cbor.ts';
import { ensure } from '../fault.ts';

/** An attestation object's three members, WebAuthn L3 section 6.5.4. */
export type AttestationObject = {
  readonly format: string;
  /** A map, or the list of a compound statement. */
  readonly statement: CborValue;
  readonly authenticatorData: Uint8Array;
};

/**
 * Reads an attestation object to the last byte; exactly its three members are allowed. It should be canonical CBOR, but
 * browsers and drivers in use write its keys in other orders. What the authenticator signed stays strict. Throws a Fault.
 */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const object = decodeCbor(bytes, 'any');
  ensure(isCborMap(object), 'The attestation object is not a CBOR map.');
  const format = object.get('fmt');
  const statement = object.get('attStmt');
  const authenticatorData = object.get('authData');
  ensure(typeof format === 'string' && format.length <= 32, 'fmt is not a short text.');
  if (format === 'compound') ensure(isCborArray(statement), 'attStmt is not a list.');
  else ensure(isCborMap(statement), 'attStmt is not a map.');
  ensure(isBytes(authenticatorData), 'authData is not a byte string.');
  ensure(object.size === 3, 'The attestation object has unknown members.');
  return { format, statement, authenticatorData };
}
