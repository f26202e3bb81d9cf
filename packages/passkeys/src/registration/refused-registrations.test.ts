import { toBase64url } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { origin, outcomeOf, type Scenario } from '../../test/started-registration.ts';
import type { RegistrationResponseJson } from '../soft-authenticator/index.ts';

const json = (change: (data: Record<string, unknown>) => unknown) => (text: string) =>
  JSON.stringify(change(JSON.parse(text)));

const answer =
  (change: (response: RegistrationResponseJson['response']) => Record<string, unknown>) =>
  (whole: RegistrationResponseJson) => ({
    ...whole,
    response: { ...whole.response, ...change(whole.response) },
  });

const other = toBase64url(new Uint8Array(32).fill(3));

const refused: readonly (readonly [string, string, Scenario])[] = [
  ['nothing', 'passkey.response-malformed at 7.1 step 3', { response: () => 'nothing' }],
  ['a list', 'passkey.response-malformed at 7.1 step 3', { response: (whole) => [whole] }],
  [
    'another type',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, type: 'password' }) },
  ],
  [
    'an id that differs from rawId',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, id: other }) },
  ],
  [
    'a padded id',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, id: `${whole.id}=`, rawId: `${whole.id}=` }) },
  ],
  [
    'no response',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, response: undefined }) },
  ],
  [
    'client data in base64',
    'passkey.response-malformed at 7.1 step 3',
    { response: answer(({ clientDataJSON }) => ({ clientDataJSON: `${clientDataJSON}+` })) },
  ],
  [
    'an attestation object of 100 KB',
    'passkey.response-malformed at 7.1 step 3',
    { response: answer(() => ({ attestationObject: 'A'.repeat(100_000) })) },
  ],
  [
    'transports that are objects',
    'passkey.response-malformed at 7.1 step 3',
    { response: answer(() => ({ transports: [{}] })) },
  ],
  [
    'nine transports',
    'passkey.response-malformed at 7.1 step 3',
    { response: answer(() => ({ transports: Array(9).fill('usb') })) },
  ],
  [
    'a transport of 33 characters',
    'passkey.response-malformed at 7.1 step 3',
    { response: answer(() => ({ transports: ['x'.repeat(33)] })) },
  ],
  [
    'an attachment that is a list',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, authenticatorAttachment: ['platform'] }) },
  ],
  [
    'extension results that are a text',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, clientExtensionResults: 'x' }) },
  ],
  [
    'credProps.rk as text',
    'passkey.response-malformed at 7.1 step 3',
    { response: (whole) => ({ ...whole, clientExtensionResults: { credProps: { rk: 'true' } } }) },
  ],
  [
    'client data that are not JSON',
    'passkey.client-data-malformed at 7.1 step 6',
    { ceremony: { alter: { clientData: () => '{' } } },
  ],
  [
    'the client data of an authentication',
    'passkey.type-mismatch at 7.1 step 7',
    { ceremony: { alter: { clientData: json((data) => ({ ...data, type: 'webauthn.get' })) } } },
  ],
  ['another challenge', 'passkey.challenge-mismatch at 7.1 step 8', { expectations: { challenge: other } }],
  [
    'an empty challenge where none was issued',
    'passkey.challenge-mismatch at 7.1 step 8',
    {
      expectations: { challenge: '' },
      ceremony: { alter: { clientData: json((data) => ({ ...data, challenge: '' })) } },
    },
  ],
  [
    'another origin',
    'passkey.origin-not-allowed at 7.1 step 9',
    { ceremony: { origin: 'https://evil.test' } },
  ],
  [
    'an origin that only starts alike',
    'passkey.origin-not-allowed at 7.1 step 9',
    { ceremony: { origin: `${origin}.evil.test` } },
  ],
  [
    'a frame of another site',
    'passkey.cross-origin-not-allowed at 7.1 step 10',
    { ceremony: { topOrigin: 'https://evil.test' } },
  ],
  [
    'a frame on a page that is not allowed',
    'passkey.top-origin-not-allowed at 7.1 step 11',
    { expectations: { topOrigins: ['https://shop.test'] }, ceremony: { topOrigin: 'https://evil.test' } },
  ],
  [
    'a top origin without a frame',
    'passkey.top-origin-not-allowed at 7.1 step 11',
    {
      expectations: { topOrigins: ['https://shop.test'] },
      ceremony: { alter: { clientData: json((data) => ({ ...data, topOrigin: 'https://shop.test' })) } },
    },
  ],
  [
    'bytes after the attestation object',
    'passkey.attestation-malformed at 7.1 step 13',
    {
      ceremony: {
        alter: { attestationObject: (bytes) => new Uint8Array([...bytes, ...new Uint8Array(5000)]) },
      },
    },
  ],
  [
    'bytes after the authenticator data',
    'passkey.authenticator-data-malformed at 7.1 step 13',
    { ceremony: { alter: { authenticatorData: (bytes) => new Uint8Array([...bytes, 0]) } } },
  ],
  [
    'authenticator data without a credential',
    'passkey.authenticator-data-malformed at 7.1 step 13',
    {
      ceremony: {
        alter: { authenticatorData: (bytes) => bytes.slice(0, 37).map((byte, at) => (at === 32 ? 5 : byte)) },
      },
    },
  ],
  [
    'another relying party',
    'passkey.relying-party-mismatch at 7.1 step 14',
    { expectations: { rpId: 'login.example.test' } },
  ],
  [
    'nobody present',
    'passkey.user-not-present at 7.1 step 15',
    { authenticator: { flags: { userPresent: false } } },
  ],
  [
    'nobody verified',
    'passkey.user-not-verified at 7.1 step 16',
    { policy: { userVerification: 'required' }, authenticator: { flags: { userVerified: false } } },
  ],
  [
    'backed up, yet not eligible',
    'passkey.backup-state-invalid at 7.1 step 17',
    { authenticator: { flags: { backedUp: true } } },
  ],
  [
    'an algorithm that was not offered',
    'passkey.algorithm-not-allowed at 7.1 step 20',
    { expectations: { algorithms: [-257] } },
  ],
  [
    'a key off the curve',
    'passkey.key-invalid at 7.1 step 20',
    {
      ceremony: { alter: { coseKey: (key) => new Map([...key, [-3, new Uint8Array(32).fill(1)]]) } },
      authenticator: { algorithms: [-7] },
    },
  ],
  [
    'a key without an algorithm',
    'passkey.key-invalid at 7.1 step 20',
    { ceremony: { alter: { coseKey: () => new Map([[1, 2]]) } } },
  ],
  [
    'none where an attestation was demanded',
    'passkey.attestation-required at 7.1 step 24',
    { policy: { attestation: 'direct' } },
  ],
  [
    'self attestation where certificates were demanded',
    'passkey.attestation-required at 7.1 step 24',
    { policy: { attestation: 'enterprise' }, authenticator: { attestation: 'packed-self' } },
  ],
  [
    'a statement of the format none that is not empty',
    'passkey.attestation-invalid at 7.1 step 22',
    { ceremony: { alter: { statement: () => new Map([['alg', -7]]) } } },
  ],
  [
    'a credential id of no bytes',
    'passkey.credential-id-invalid at 7.1 step 25',
    { authenticator: { credentialIdLength: 0 } },
  ],
  [
    'a credential id of 1024 bytes',
    'passkey.credential-id-invalid at 7.1 step 25',
    { authenticator: { credentialIdLength: 1024 } },
  ],
  [
    'an id that is not the attested one',
    'passkey.credential-id-mismatch at 7.1 step 27',
    { response: (whole) => ({ ...whole, id: other, rawId: other }) },
  ],
  [
    'another attachment than asked',
    'passkey.attachment-mismatch at 7.1 step 28',
    { policy: { attachment: 'cross-platform' } },
  ],
  [
    'no attachment where one was asked',
    'passkey.attachment-mismatch at 7.1 step 28',
    {
      policy: { attachment: 'platform' },
      response: (whole) => ({ ...whole, authenticatorAttachment: null }),
    },
  ],
  [
    'a passkey that is not discoverable',
    'passkey.not-discoverable at 7.1 step 28',
    {
      policy: { residentKey: 'required' },
      response: (whole) => ({ ...whole, clientExtensionResults: { credProps: { rk: false } } }),
    },
  ],
  [
    'less protection than enforced',
    'passkey.credential-protection-too-weak at 7.1 step 28',
    {
      policy: { credentialProtection: 'userVerificationOptional' },
      expectations: { credentialProtection: 'userVerificationRequired', enforceCredentialProtection: true },
    },
  ],
  [
    'no protection where one was enforced',
    'passkey.credential-protection-too-weak at 7.1 step 28',
    { expectations: { credentialProtection: 'userVerificationOptional', enforceCredentialProtection: true } },
  ],
];

describe('verifying a registration', () => {
  test.each(refused)('refuses %s: %s', (_what, problem, scenario) => {
    expect(outcomeOf(scenario)).toBe(problem);
  });

  test('refuses a format that is not supported, whatever attestation was asked', () => {
    const renamed = (bytes: Uint8Array) =>
      Buffer.from(Buffer.from(bytes).toString('latin1').replace('dnone', 'dnonf'), 'latin1');
    expect(outcomeOf({ ceremony: { alter: { attestationObject: renamed } } })).toBe(
      'passkey.attestation-format-unsupported at 7.1 step 21',
    );
  });
});
