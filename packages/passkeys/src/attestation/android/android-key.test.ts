import { describe, expect, test } from 'vitest';
import { type Attested, attestedOutcome, notTrusted, refused } from '../../../test/attested-outcome.ts';
import { having, without } from '../../../test/changed-statement.ts';
import { now, origin, startedRegistration } from '../../../test/started-registration.ts';
import { verifyRegistration } from '../../index.ts';
import { keyDescriptionExtension } from '../../soft-authenticator/extension-values.ts';
import { createSoftAuthenticator } from '../../soft-authenticator/index.ts';
import { makeKeyPair } from '../../soft-authenticator/key-pair.ts';
import { randomSource } from '../../soft-authenticator/random-source.ts';

type Description = NonNullable<NonNullable<Attested['alter']>['keyDescription']>;
const described =
  (change: Partial<ReturnType<Description>>): Description =>
  (description) => ({ ...description, ...change });

const other = makeKeyPair(-7, randomSource('other'));
const notGenerated = 'The key was not generated on the device.';
const notForSignatures = 'The key is not for signatures.';
const forAll = 'The key is for all applications.';
const good = { purposes: [2], origin: 0 };

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  [
    'another challenge',
    'The challenge of the certificate is not that of this registration.',
    { keyDescription: described({ challenge: new Uint8Array(32) }) },
  ],
  [
    'a longer challenge',
    'The challenge of the certificate is not that of this registration.',
    { keyDescription: (one) => ({ ...one, challenge: new Uint8Array([...one.challenge, 0]) }) },
  ],
  [
    'an imported key',
    notGenerated,
    { keyDescription: described({ hardwareEnforced: { purposes: [2], origin: 2 } }) },
  ],
  ['no origin', notGenerated, { keyDescription: described({ hardwareEnforced: { purposes: [2] } }) }],
  [
    'an origin that software calls imported',
    notGenerated,
    { keyDescription: described({ softwareEnforced: { origin: 2 } }) },
  ],
  [
    'a key for decryption',
    notForSignatures,
    { keyDescription: described({ hardwareEnforced: { purposes: [1], origin: 0 } }) },
  ],
  ['no purpose', notForSignatures, { keyDescription: described({ hardwareEnforced: { origin: 0 } }) }],
  [
    'a key for all applications by hardware',
    forAll,
    { keyDescription: described({ hardwareEnforced: { ...good, allApplications: true } }) },
  ],
  [
    'a key for all applications by software',
    forAll,
    { keyDescription: described({ softwareEnforced: { allApplications: true } }) },
  ],
  [
    'an unknown security level',
    'The security level of the key is unknown.',
    { keyDescription: described({ securityLevel: 7 }) },
  ],
  [
    'no description',
    'The certificate does not describe the key.',
    { certificate: (request) => ({ ...request, extensions: [] }) },
  ],
  [
    'a description that is none',
    'The key description cannot be read.',
    {
      certificate: (request) => ({
        ...request,
        extensions: [{ id: '1.3.6.1.4.1.11129.2.1.17', value: new Uint8Array([0x30, 0x03, 2, 1]) }],
      }),
    },
  ],
  [
    'a description of another form',
    'A part of the key description has another form.',
    {
      certificate: (request) => ({
        ...request,
        extensions: [{ id: '1.3.6.1.4.1.11129.2.1.17', value: new Uint8Array([4, 1, 1]) }],
      }),
    },
  ],
  [
    'a byte after the description',
    'Bytes follow the key description.',
    {
      certificate: (request) => ({
        ...request,
        extensions: (request.extensions ?? []).map((one) => ({
          ...one,
          value: new Uint8Array([...one.value, 0]),
        })),
      }),
    },
  ],
  [
    'a certificate for another key',
    'The signature of the statement is not valid.',
    { certificate: (request) => ({ ...request, publicKey: other.publicKey }) },
  ],
  [
    'another signature',
    'The signature of the statement is not valid.',
    { statement: having(['sig', new Uint8Array(70)]) },
  ],
  ['no algorithm', 'The statement has no alg.', { statement: without('alg') }],
  [
    'an issuer that is itself an attested key',
    'An issuer is itself an attested key.',
    {
      issuer: (request) => ({
        ...request,
        extensions: [
          keyDescriptionExtension({
            challenge: new Uint8Array(32),
            securityLevel: 1,
            softwareEnforced: {},
            hardwareEnforced: good,
          }),
        ],
      }),
    },
  ],
];

describe('android-key attestation', () => {
  test.each([-7, -35, -257])('is verified for a credential key of %i', (algorithm) => {
    expect(attestedOutcome('android-key', { algorithm })).toBe('basic');
  });

  test('may bring its root along', () => {
    const authenticator = { sendsRoot: true };
    expect(attestedOutcome('android-key', { authenticator })).toBe('basic');
    expect(attestedOutcome('android-key', { authenticator, anchors: [] })).toBe('basic-unanchored');
  });

  test('counts both lists', () => {
    const keyDescription = described({ softwareEnforced: good, hardwareEnforced: {} });
    expect(attestedOutcome('android-key', { alter: { keyDescription } })).toBe('basic');
  });

  test('may be silent where software describes the key', () => {
    const silent = described({ securityLevel: 0, hardwareEnforced: {} });
    expect(attestedOutcome('android-key', { alter: { keyDescription: silent } })).toBe('basic');
  });

  test.each([
    [0, 'software'],
    [1, 'trusted-environment'],
    [2, 'strongbox'],
    [2, 'software', 0],
  ])(
    'tells where a key of level %i lives, %s, once it is anchored',
    (securityLevel, expected, attestationLevel = securityLevel) => {
      const { clientRequest, expectations } = startedRegistration({ attestation: 'direct' });
      const soft = createSoftAuthenticator({ attestation: 'android-key' });
      const answer = soft.createCredential(clientRequest, {
        origin,
        alter: { keyDescription: described({ securityLevel, attestationLevel }) },
      });
      const protectionWith = (...anchors: Uint8Array[]) =>
        verifyRegistration(expectations, answer, { now, anchors }).keyProtection;
      expect(protectionWith(soft.attestationRoot())).toBe(expected);
      expect(protectionWith()).toBeUndefined();
    },
  );

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('android-key', { alter })).toBe(refused(sentence));
  });

  test('is refused when the certificate of the issuer has expired', () => {
    const alter: Attested['alter'] = {
      issuer: (request) => ({ ...request, validTo: new Date('2020-01-02T00:00:00Z') }),
    };
    expect(attestedOutcome('android-key', { alter })).toBe(notTrusted('A certificate has expired.'));
  });
});
