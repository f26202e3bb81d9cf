import { hash } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { describeProblem, now, origin, startedRegistration } from '../../test/started-registration.ts';
import {
  type AuthenticationExpectations,
  type RegisteredCredential,
  verifyAuthentication,
  verifyRegistration,
} from '../index.ts';
import {
  type AuthenticationResponseJson,
  createSoftAuthenticator,
  type SoftAuthenticatorOptions,
  type SoftCeremony,
} from '../soft-authenticator/index.ts';

type Scenario = {
  readonly expectations?: Partial<AuthenticationExpectations>;
  readonly credential?: Partial<RegisteredCredential>;
  readonly authenticator?: SoftAuthenticatorOptions;
  readonly ceremony?: Partial<SoftCeremony>;
  readonly response?: (response: AuthenticationResponseJson) => unknown;
};

const challenge = toBase64url(new Uint8Array(32).fill(1));
const other = toBase64url(new Uint8Array(32).fill(2));
const hashOf = (text: string) => hash('sha256', Buffer.from(text, 'base64url'), 'base64url');
const userHandle = new Uint8Array(16).fill(7);

/** Registers, signs in, and tells the end. */
function outcomeOf({ expectations, credential, authenticator, ceremony, response }: Scenario): string {
  const started = startedRegistration();
  const soft = createSoftAuthenticator({ seed: 'authentication', algorithms: [-7], ...authenticator });
  const answer = soft.createCredential(started.clientRequest, { origin });
  const registered = verifyRegistration(started.expectations, answer, { now });
  const assertion = soft.getAssertion({ challenge, rpId: 'example.test' }, { origin, ...ceremony });
  const asked = {
    challenge,
    origins: [origin],
    topOrigins: [],
    rpId: 'example.test',
    userVerification: 'preferred',
  } as const;
  try {
    const record = { ...registered, userHandle, isUserKnown: true, ...credential };
    const { signCount } = verifyAuthentication(
      { ...asked, ...expectations },
      record,
      response?.(assertion) ?? assertion,
    );
    return `verified, counter ${signCount}`;
  } catch (error) {
    return describeProblem(error);
  }
}

const answer =
  (change: Partial<Record<keyof AuthenticationResponseJson['response'], unknown>>) =>
  (whole: AuthenticationResponseJson): unknown => ({ ...whole, response: { ...whole.response, ...change } });

describe('verifying an authentication', () => {
  test.each<[string, string, Scenario]>([
    ['an ordinary answer', 'verified, counter 0', {}],
    ['a counter that grew', 'verified, counter 1', { authenticator: { hasCounter: true } }],
    ['a user whom nobody knew before', 'verified, counter 0', { credential: { isUserKnown: false } }],
    ['no user where one was known', 'verified, counter 0', { response: answer({ userHandle: null }) }],
    [
      'a challenge of which only the hash is kept',
      'verified, counter 0',
      { expectations: { challengeHash: hashOf(challenge) } },
    ],
    [
      'a passkey made without verification, where none is asked for',
      'verified, counter 0',
      { credential: { userVerified: false } },
    ],
    ['Ed25519', 'verified, counter 0', { authenticator: { algorithms: [-8] } }],
  ])('accepts %s', (_what, end, scenario) => {
    expect(outcomeOf(scenario)).toBe(end);
  });

  test.each<[string, string, Scenario]>([
    ['nothing', 'passkey.response-malformed at 7.2 step 3', { response: () => 'nothing' }],
    [
      'a signature in base64',
      'passkey.response-malformed at 7.2 step 3',
      { response: answer({ signature: 'AA+/' }) },
    ],
    [
      'a credential not asked for',
      'passkey.credential-not-allowed at 7.2 step 5',
      { expectations: { allowCredentials: [other] } },
    ],
    [
      'another credential',
      'passkey.credential-not-allowed at 7.2 step 5',
      { response: (whole) => ({ ...whole, id: other, rawId: other }) },
    ],
    [
      'another user',
      'passkey.user-handle-mismatch at 7.2 step 6',
      { credential: { userHandle: new Uint8Array(16) } },
    ],
    [
      'no user where none was known',
      'passkey.user-handle-mismatch at 7.2 step 6',
      { credential: { isUserKnown: false }, response: answer({ userHandle: undefined }) },
    ],
    [
      'client data that are not JSON',
      'passkey.client-data-malformed at 7.2 step 9',
      { ceremony: { alter: { clientData: () => '{' } } },
    ],
    [
      'the client data of a registration',
      'passkey.type-mismatch at 7.2 step 10',
      { ceremony: { alter: { clientData: (json) => json.replace('webauthn.get', 'webauthn.create') } } },
    ],
    [
      'another challenge',
      'passkey.challenge-mismatch at 7.2 step 11',
      { expectations: { challenge: other } },
    ],
    [
      'another challenge than that of the hash',
      'passkey.challenge-mismatch at 7.2 step 11',
      { expectations: { challengeHash: hashOf(other) } },
    ],
    [
      'the hash of a challenge in its place',
      'passkey.challenge-mismatch at 7.2 step 11',
      { expectations: { challenge: hashOf(challenge) } },
    ],
    [
      'another origin',
      'passkey.origin-not-allowed at 7.2 step 12',
      { ceremony: { origin: 'https://evil.test' } },
    ],
    [
      'a frame of another site',
      'passkey.cross-origin-not-allowed at 7.2 step 13',
      { ceremony: { topOrigin: 'https://evil.test' } },
    ],
    [
      'a frame on a page that is not allowed',
      'passkey.top-origin-not-allowed at 7.2 step 14',
      { expectations: { topOrigins: ['https://shop.test'] }, ceremony: { topOrigin: 'https://evil.test' } },
    ],
    [
      'bytes after the authenticator data',
      'passkey.authenticator-data-malformed at 7.2 step 15',
      { ceremony: { alter: { authenticatorData: (bytes) => new Uint8Array([...bytes, 0]) } } },
    ],
    [
      'another relying party',
      'passkey.relying-party-mismatch at 7.2 step 15',
      { expectations: { rpId: 'evil.test' } },
    ],
    [
      'nobody present',
      'passkey.user-not-present at 7.2 step 16',
      {
        ceremony: {
          alter: { authenticatorData: (bytes) => bytes.map((byte, at) => (at === 32 ? 4 : byte)) },
        },
      },
    ],
    [
      'nobody verified',
      'passkey.user-not-verified at 7.2 step 17',
      {
        expectations: { userVerification: 'required' },
        ceremony: {
          alter: { authenticatorData: (bytes) => bytes.map((byte, at) => (at === 32 ? 1 : byte)) },
        },
      },
    ],
    [
      'a person verified now by a passkey that was made without',
      'passkey.user-not-verified at 7.2 step 17',
      { expectations: { userVerification: 'required' }, credential: { userVerified: false } },
    ],
    [
      'backed up, yet not eligible',
      'passkey.backup-state-invalid at 7.2 step 18',
      {
        ceremony: {
          alter: { authenticatorData: (bytes) => bytes.map((byte, at) => (at === 32 ? 0x15 : byte)) },
        },
      },
    ],
    [
      'a passkey that became eligible for backup',
      'passkey.backup-eligibility-changed at 7.2 step 19',
      {
        ceremony: {
          alter: { authenticatorData: (bytes) => bytes.map((byte, at) => (at === 32 ? 0x0d : byte)) },
        },
      },
    ],
    [
      'a stored key that is broken',
      'passkey.key-invalid at 7.2 step 21',
      { credential: { publicKey: new Uint8Array([0xa0]) } },
    ],
    [
      'a broken signature',
      'passkey.signature-invalid at 7.2 step 21',
      { response: answer({ signature: 'AAAA' }) },
    ],
    [
      'other client data than were signed',
      'passkey.signature-invalid at 7.2 step 21',
      {
        response: (whole) =>
          answer({
            clientDataJSON: toBase64url(
              Buffer.from(`${Buffer.from(whole.response.clientDataJSON, 'base64url')} `),
            ),
          })(whole),
      },
    ],
    [
      'a counter that stands still',
      'passkey.counter-not-increased at 7.2 step 22',
      { authenticator: { hasCounter: true }, credential: { signCount: 1 } },
    ],
    [
      'a counter that fell to zero',
      'passkey.counter-not-increased at 7.2 step 22',
      { credential: { signCount: 5 } },
    ],
  ])('refuses %s: %s', (_what, end, scenario) => {
    expect(outcomeOf(scenario)).toBe(end);
  });
});
