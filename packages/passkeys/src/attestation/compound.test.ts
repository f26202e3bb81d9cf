import { describe, expect, test } from 'vitest';
import { type Attested, attestedOutcome, notTrusted, refused } from '../../test/attested-outcome.ts';
import { having } from '../../test/changed-statement.ts';
import type { CborMap } from '../cbor/cbor-value.ts';
import { decodeCbor } from '../cbor/decode-cbor.ts';
import { encodeCbor } from '../cbor/encode-cbor.ts';

const entry = (fmt: string, attStmt: CborMap): CborMap =>
  new Map<string, string | CborMap>([
    ['fmt', fmt],
    ['attStmt', attStmt],
  ]);
const none = entry('none', new Map());
const size = 'A compound statement does not hold 2 to 8 statements.';

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  ['no statement', size, { parts: () => [] }],
  ['one statement', size, { parts: ([first = none]) => [first] }],
  ['nine statements', size, { parts: () => Array<CborMap>(9).fill(none) }],
  [
    'a compound one inside',
    'A part of a compound statement has an unsupported format.',
    { parts: (parts) => [...parts, entry('compound', new Map())] },
  ],
  [
    'an unknown format inside',
    'A part of a compound statement has an unsupported format.',
    { parts: (parts) => [...parts, entry('other', new Map())] },
  ],
  [
    'a part that is no map',
    'A part of a compound statement is not fmt and attStmt.',
    { parts: (parts) => [...parts, 'none'] },
  ],
  [
    'a part with more members',
    'A part of a compound statement is not fmt and attStmt.',
    { parts: (parts) => [...parts, new Map([...none, ['x', 1]])] },
  ],
  [
    'a part without a format',
    'A part of a compound statement names no format.',
    { parts: (parts) => [...parts, new Map([...none, ['fmt', 1]])] },
  ],
  [
    'one statement that is not correct',
    'The signature of the statement is not valid.',
    { statement: having(['sig', new Uint8Array(70)]) },
  ],
  [
    'a statement of none that is not empty',
    'The statement of the format none is not empty.',
    { parts: (parts) => [...parts, entry('none', new Map([['x', 1]]))] },
  ],
];

describe('compound attestation', () => {
  test('is as strong as its strongest statement', () => {
    expect(attestedOutcome('compound')).toBe('basic');
    expect(attestedOutcome('compound', { anchors: [] })).toBe('basic-unanchored');
    expect(attestedOutcome('compound', { alter: { parts: (parts) => [none, ...parts] } })).toBe('basic');
  });

  test('of nothing but none is none', () => {
    const alter = { parts: () => [none, none] };
    expect(attestedOutcome('compound', { alter, asked: { attestation: 'none' } })).toBe('none');
  });

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('compound', { alter })).toBe(refused(sentence));
  });

  test('is refused when the certificates of one statement have expired', () => {
    const alter: Attested['alter'] = {
      certificate: (request) => ({ ...request, validTo: new Date('2020-01-02T00:00:00Z') }),
    };
    expect(attestedOutcome('compound', { alter })).toBe(notTrusted('A certificate has expired.'));
  });

  test('holds no format of the past outside a legacy profile', () => {
    const alter = { parts: (parts: readonly CborMap[]) => [...parts, entry('android-safetynet', new Map())] };
    expect(attestedOutcome('compound', { alter, asked: { legacyAttestation: false } })).toBe(
      refused('The format android-safetynet counts only in a legacy profile.'),
    );
  });

  test('is refused when it is no list', () => {
    const alter: Attested['alter'] = {
      attestationObject: (bytes) => {
        const object = decodeCbor(bytes);
        return object instanceof Map ? encodeCbor(new Map([...object, ['attStmt', new Map()]])) : bytes;
      },
    };
    expect(attestedOutcome('compound', { alter })).toBe(
      'passkey.attestation-malformed at 7.1 step 13: attStmt is not a list.',
    );
  });
});
