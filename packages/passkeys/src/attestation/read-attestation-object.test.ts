import { describe, expect, test } from 'vitest';
import type { CborValue } from '../cbor/cbor-value.ts';
import { encodeCbor } from '../cbor/encode-cbor.ts';
import { Fault } from '../fault.ts';
import { readAttestationObject } from './read-attestation-object.ts';

const authData = new Uint8Array([1, 2, 3]);
const good: Readonly<Record<string, CborValue | undefined>> = { fmt: 'none', attStmt: new Map(), authData };

function encoded(members: Readonly<Record<string, CborValue | undefined>>): Uint8Array {
  const entries = Object.entries(members).filter(
    (entry): entry is [string, CborValue] => entry[1] !== undefined,
  );
  return encodeCbor(new Map(entries));
}

describe('an attestation object', () => {
  test('is read, whatever the order of its members', () => {
    const expected = { format: 'none', statement: new Map(), authenticatorData: authData };
    expect(readAttestationObject(encoded(good))).toEqual(expected);
    const otherOrder = new Uint8Array(
      Buffer.from('a3686175746844617461430102036761747453746d74a063666d74646e6f6e65', 'hex'),
    );
    expect(readAttestationObject(otherOrder)).toEqual(expected);
  });

  test.each<[string, string, Uint8Array]>([
    ['a list', 'The attestation object is not a CBOR map.', encodeCbor(['none'])],
    ['no format', 'fmt is not a short text.', encoded({ ...good, fmt: undefined })],
    ['a format that is a number', 'fmt is not a short text.', encoded({ ...good, fmt: 1 })],
    ['a format of 33 characters', 'fmt is not a short text.', encoded({ ...good, fmt: 'x'.repeat(33) })],
    ['no statement', 'attStmt is not a map.', encoded({ ...good, attStmt: undefined })],
    ['a statement that is a list', 'attStmt is not a map.', encoded({ ...good, attStmt: [] })],
    ['no authenticator data', 'authData is not a byte string.', encoded({ ...good, authData: undefined })],
    ['authenticator data as text', 'authData is not a byte string.', encoded({ ...good, authData: 'AQID' })],
    ['an unknown member', 'The attestation object has unknown members.', encoded({ ...good, epAtt: true })],
    ['a byte after it', 'Bytes follow the CBOR item.', new Uint8Array([...encoded(good), 0])],
  ])('is refused: %s', (_what, sentence, bytes) => {
    expect(() => readAttestationObject(bytes)).toThrow(new Fault(sentence));
  });
});
