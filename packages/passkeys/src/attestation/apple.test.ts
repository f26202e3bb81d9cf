import { describe, expect, test } from 'vitest';
import { type Attested, attestedOutcome, flipped, refused } from '../../test/attested-outcome.ts';
import { having, without } from '../../test/changed-statement.ts';
import { makeKeyPair } from '../soft-authenticator/key-pair.ts';
import { randomSource } from '../soft-authenticator/random-source.ts';

const other = makeKeyPair(-7, randomSource('other'));
const nonce = 'The nonce of the certificate is not that of this registration.';

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  ['another nonce', nonce, { nonce: flipped(0) }],
  ['a short nonce', nonce, { nonce: (bytes) => bytes.slice(1) }],
  [
    'no nonce',
    'The certificate has no nonce.',
    { certificate: (request) => ({ ...request, extensions: [] }) },
  ],
  [
    'a certificate for another key',
    "The certificate's key is not the credential's.",
    { certificate: (request) => ({ ...request, publicKey: other.publicKey }) },
  ],
  ['no certificate', 'The statement has no x5c.', { statement: without('x5c') }],
  ['an empty list', 'The statement has an empty list of certificates.', { statement: having(['x5c', []]) }],
  [
    'an unknown member',
    'The statement has unknown members.',
    { statement: having(['sig', new Uint8Array(4)]) },
  ],
];

describe('apple attestation', () => {
  test.each([-7, -8, -257])('is verified for a credential key of %i', (algorithm) => {
    expect(attestedOutcome('apple', { algorithm })).toBe('anonca');
  });

  test('may name the algorithm, as older systems do', () => {
    expect(attestedOutcome('apple', { alter: { statement: having(['alg', -7]) } })).toBe('anonca');
  });

  test('is unanchored without its anchor', () => {
    expect(attestedOutcome('apple', { anchors: [] })).toBe('anonca-unanchored');
  });

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('apple', { alter })).toBe(refused(sentence));
  });
});
