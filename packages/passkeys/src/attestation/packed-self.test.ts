import { describe, expect, test } from 'vitest';
import { leaf } from '../../test/attestation-certificates.ts';
import { having } from '../../test/changed-statement.ts';
import { describeProblem, now, origin, startedRegistration } from '../../test/started-registration.ts';
import type { CborMap } from '../cbor/cbor-value.ts';
import { verifyRegistration } from '../index.ts';
import { createSoftAuthenticator } from '../soft-authenticator/index.ts';

const notCorrect = 'passkey.attestation-invalid at 7.1 step 22';

describe('packed self attestation', () => {
  const selfOutcome = (statement?: (one: CborMap) => CborMap): string => {
    const { clientRequest, expectations } = startedRegistration();
    const response = createSoftAuthenticator({ attestation: 'packed-self' }).createCredential(clientRequest, {
      origin,
      ...(statement && { alter: { statement } }),
    });
    try {
      return verifyRegistration(expectations, response, { now }).attestationType;
    } catch (error) {
      return `${describeProblem(error)}: ${(error as Error).message}`;
    }
  };

  test('is verified by the credential key', () => {
    expect(selfOutcome()).toBe('self');
  });

  test.each<[string, string, (statement: CborMap) => CborMap]>([
    [
      'another algorithm than the key',
      "The statement's algorithm is not the credential's.",
      having(['alg', -7]),
    ],
    [
      'a garbage signature',
      'The signature of the statement is not valid.',
      having(['sig', new Uint8Array(64)]),
    ],
    ['an empty signature', 'The signature of the statement is not valid.', having(['sig', new Uint8Array()])],
    [
      'an empty list of certificates',
      'The statement has an empty list of certificates.',
      having(['x5c', []]),
    ],
    ['the certificates of somebody', "The certificate's key is not one for EdDSA.", having(['x5c', [leaf]])],
  ])('is refused with %s', (_what, sentence, statement) => {
    expect(selfOutcome(statement)).toBe(`${notCorrect}: ${sentence}`);
  });
});
