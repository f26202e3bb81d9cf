import { describe, expect, test } from 'vitest';
import { type Attested, attestedOutcome, refused } from '../../test/attested-outcome.ts';
import { having, without } from '../../test/changed-statement.ts';
import type { CborMap } from '../cbor/cbor-value.ts';
import { isCborArray } from '../cbor/cbor-value.ts';
import { makeKeyPair } from '../soft-authenticator/key-pair.ts';
import { randomSource } from '../soft-authenticator/random-source.ts';

const p384 = makeKeyPair(-35, randomSource('other'));

function twice(statement: CborMap): CborMap {
  const x5c = statement.get('x5c');
  return new Map([...statement, ['x5c', isCborArray(x5c) ? [...x5c, ...x5c] : []]]);
}

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  ['two certificates', 'x5c does not hold exactly one certificate.', { statement: twice }],
  ['no certificate', 'The statement has no x5c.', { statement: without('x5c') }],
  ['no signature', 'The statement has no sig.', { statement: without('sig') }],
  ['a signature as text', 'sig is not a byte string.', { statement: having(['sig', 'x']) }],
  [
    'another signature',
    'The signature of the statement is not valid.',
    { statement: having(['sig', new Uint8Array(70)]) },
  ],
  ['an algorithm', 'The statement has unknown members.', { statement: having(['alg', -7]) }],
  [
    'a certificate on another curve',
    "The certificate's key is not one for ES256.",
    { certificate: (request) => ({ ...request, publicKey: p384.publicKey }) },
  ],
];

describe('fido-u2f attestation', () => {
  test('is verified', () => {
    expect(attestedOutcome('fido-u2f')).toBe('basic');
    expect(attestedOutcome('fido-u2f', { anchors: [] })).toBe('basic-unanchored');
  });

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('fido-u2f', { alter })).toBe(refused(sentence));
  });
});
