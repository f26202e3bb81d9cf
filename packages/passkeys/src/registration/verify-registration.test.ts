import { toBase64url } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { now, origin, outcomeOf, played, type Scenario } from '../../test/started-registration.ts';
import { passkeyProblems, verifyRegistration } from '../index.ts';
import type { RegistrationResponseJson } from '../soft-authenticator/index.ts';

const answer =
  (change: (response: RegistrationResponseJson['response']) => Record<string, unknown>) =>
  (whole: RegistrationResponseJson) => ({
    ...whole,
    response: { ...whole.response, ...change(whole.response) },
  });

const accepted: readonly (readonly [string, Scenario])[] = [
  ['an ordinary answer', {}],
  [
    'an answer without a person verified, when that was only preferred',
    { authenticator: { flags: { userVerified: false } } },
  ],
  [
    'an answer without a person, when nobody had to be there',
    {
      expectations: { userPresence: false },
      authenticator: { flags: { userPresent: false } },
    },
  ],
  ['a passkey that is backed up', { authenticator: { flags: { backupEligible: true, backedUp: true } } }],
  [
    'a frame on an allowed page',
    { expectations: { topOrigins: ['https://shop.test'] }, ceremony: { topOrigin: 'https://shop.test' } },
  ],
  [
    'a second allowed origin',
    {
      expectations: { origins: ['https://a.test', 'https://b.test'] },
      ceremony: { origin: 'https://b.test' },
    },
  ],
  [
    'members that nobody knows',
    { response: (whole) => ({ ...whole, more: 1, response: { ...whole.response, more: 1 } }) },
  ],
  [
    'an answer without the members that repeat others',
    {
      response: answer(() => ({
        authenticatorData: undefined,
        publicKey: undefined,
        publicKeyAlgorithm: undefined,
      })),
    },
  ],
  [
    'wrong copies of what the attestation object holds',
    { response: answer(() => ({ authenticatorData: 'AAAA', publicKey: 'AAAA', publicKeyAlgorithm: 0 })) },
  ],
  [
    'an attachment that nobody knows, as none',
    { response: (whole) => ({ ...whole, authenticatorAttachment: 'implanted' }) },
  ],
  [
    'no word about discoverability',
    { policy: { residentKey: 'required' }, response: (whole) => ({ ...whole, clientExtensionResults: {} }) },
  ],
  ['a credential id of 1023 bytes', { authenticator: { credentialIdLength: 1023 } }],
  [
    'the protection that was enforced',
    {
      policy: {
        credentialProtection: 'userVerificationOptionalWithCredentialIDList',
        enforceCredentialProtection: true,
      },
    },
  ],
  ['self attestation that was not asked for', { authenticator: { attestation: 'packed-self' } }],
  [
    'a certified attestation that was asked for',
    { policy: { attestation: 'direct' }, authenticator: { attestation: 'packed-certified' } },
  ],
];

describe('verifying a registration', () => {
  test.each(accepted)('accepts %s', (_what, scenario) => {
    expect(outcomeOf(scenario)).toBe('verified');
  });

  test('gives a credential record', () => {
    const { asked, response } = played({
      authenticator: {
        transports: ['internal', 'teleport', 'internal', 'hybrid'],
        flags: { backupEligible: true },
      },
    });
    const record = verifyRegistration(asked, response, { now });
    const { id, response: parts } = response as RegistrationResponseJson;
    expect(record).toMatchObject({
      algorithm: -8,
      signCount: 0,
      userVerified: true,
      backupEligible: true,
      backedUp: false,
      transports: ['internal', 'hybrid'],
      attachment: 'platform',
      residentKey: true,
      aaguid: '00000000-0000-0000-0000-000000000000',
      aaguidVerified: false,
      attestationFormat: 'none',
      attestationType: 'none',
      origin,
      crossOrigin: false,
    });
    expect(toBase64url(record.credentialId)).toBe(id);
    expect(toBase64url(record.attestationObject)).toBe(parts.attestationObject);
    expect(toBase64url(record.clientDataJson)).toBe(parts.clientDataJSON);
    expect(Object.isFrozen(record)).toBe(true);
  });

  test('judges by expectations that were stored as JSON just the same', () => {
    const { asked, response } = played({
      policy: { credentialProtection: 'userVerificationOptional', attachment: 'platform' },
    });
    const stored = JSON.parse(JSON.stringify(asked));
    expect(stored).toEqual(asked);
    expect(verifyRegistration(stored, response, { now }).algorithm).toBe(-8);
  });

  test('every problem is one of 400 or 422', () => {
    expect(new Set(Object.values(passkeyProblems.kinds).map(({ status }) => status))).toEqual(
      new Set([400, 422]),
    );
  });
});
