import { describe, expect, test } from 'vitest';
import { type Attested, attestedOutcome, refused } from '../../../test/attested-outcome.ts';
import { having, without } from '../../../test/changed-statement.ts';
import { now } from '../../../test/started-registration.ts';
import type { CborMap } from '../../cbor/cbor-value.ts';
import { hostExtension } from '../../soft-authenticator/extension-values.ts';

const host = 'The certificate is not for attest.android.com.';

/** Changes the text of the signed answer. */
const answer =
  (change: (text: string) => string) =>
  (statement: CborMap): CborMap => {
    const text = Buffer.from(statement.get('response') as Uint8Array).toString();
    return having(['response', new Uint8Array(Buffer.from(change(text)))])(statement);
  };
const header = (change: (header: Record<string, unknown>) => unknown) =>
  answer((text) => {
    const [first = '', ...others] = text.split('.');
    const parsed = JSON.parse(Buffer.from(first, 'base64url').toString());
    return [Buffer.from(JSON.stringify(change(parsed))).toString('base64url'), ...others].join('.');
  });

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  ['no version', 'The statement has no ver.', { statement: without('ver') }],
  ['an empty version', 'The statement names no version.', { statement: having(['ver', '']) }],
  ['a version that is no number', 'The statement names no version.', { statement: having(['ver', '\0']) }],
  ['no answer', 'The statement has no response.', { statement: without('response') }],
  ['an unknown member', 'The statement has unknown members.', { statement: having(['x', 1]) }],
  ['text', 'response is not a byte string.', { statement: having(['response', 'a.b.c']) }],
  [
    'two parts',
    'The signed document does not have three parts.',
    { statement: answer((text) => text.split('.').slice(0, 2).join('.')) },
  ],
  [
    'four parts',
    'The signed document does not have three parts.',
    { statement: answer((text) => `${text}.AAAA`) },
  ],
  [
    'padding',
    'A part of the signed document is not canonical base64url.',
    { statement: answer((text) => `${text}=`) },
  ],
  [
    'another signature',
    'The signature of the signed document is not valid.',
    { statement: answer((text) => `${text.slice(0, -4)}AAAA`) },
  ],
  [
    'no algorithm',
    'The signed document names no known algorithm.',
    { statement: header(({ x5c }) => ({ x5c })) },
  ],
  [
    'the algorithm none',
    'The signed document names no known algorithm.',
    { statement: header(({ x5c }) => ({ alg: 'none', x5c })) },
  ],
  [
    'a secret for a key',
    'The signed document names no known algorithm.',
    { statement: header(({ x5c }) => ({ alg: 'HS256', x5c })) },
  ],
  [
    'another algorithm',
    "The certificate's key is not one for RS256.",
    { statement: header((one) => ({ ...one, alg: 'RS256' })) },
  ],
  [
    'critical members',
    'The signed document has critical header members.',
    { statement: header((one) => ({ ...one, crit: ['exp'] })) },
  ],
  [
    'no certificate',
    'The certificates of the signed document are no short list.',
    { statement: header(({ alg }) => ({ alg })) },
  ],
  [
    'an empty list',
    'The signed document has no certificate.',
    { statement: header(({ alg }) => ({ alg, x5c: [] })) },
  ],
  [
    'certificates in base64url',
    'A certificate of the signed document is not base64.',
    { statement: header(({ alg }) => ({ alg, x5c: ['AA-_'] })) },
  ],
  [
    'certificates that are numbers',
    'A certificate of the signed document is not a text.',
    { statement: header(({ alg }) => ({ alg, x5c: [1] })) },
  ],
  [
    'a header that is changed',
    'The signature of the signed document is not valid.',
    { statement: header((one) => ({ ...one, x: 1 })) },
  ],
  [
    'another nonce',
    'The nonce of the answer is not that of this registration.',
    { safetynet: (one) => ({ ...one, nonce: 'AAAA' }) },
  ],
  [
    'another profile',
    'The device does not match a certified profile.',
    { safetynet: (one) => ({ ...one, ctsProfileMatch: false }) },
  ],
  [
    'a profile as text',
    'The device does not match a certified profile.',
    { safetynet: (one) => ({ ...one, ctsProfileMatch: 'true' }) },
  ],
  ['no timestamp', 'The answer has no timestamp.', { safetynet: ({ timestampMs: _, ...one }) => one }],
  [
    'a timestamp of the future',
    'The answer is of the future.',
    { safetynet: (one) => ({ ...one, timestampMs: now + 60_001 }) },
  ],
  [
    'a timestamp of the past',
    'The answer is too old.',
    { safetynet: (one) => ({ ...one, timestampMs: now - 60_001 }) },
  ],
  [
    'another host',
    host,
    {
      certificate: (request) => ({ ...request, extensions: [hostExtension('attest.android.com.evil.test')] }),
    },
  ],
  [
    'a wildcard',
    host,
    { certificate: (request) => ({ ...request, extensions: [hostExtension('*.android.com')] }) },
  ],
];

describe('android-safetynet attestation', () => {
  test('is verified in a legacy profile, and the host may stand in the common name', () => {
    expect(attestedOutcome('android-safetynet')).toBe('basic');
    const alter: Attested['alter'] = { certificate: (request) => ({ ...request, extensions: [] }) };
    expect(attestedOutcome('android-safetynet', { alter })).toBe('basic');
  });

  test.each([-257, -7])('is verified when it is signed with %i', (attestationAlgorithm) => {
    expect(attestedOutcome('android-safetynet', { authenticator: { attestationAlgorithm } })).toBe('basic');
  });

  test('is refused outside a legacy profile', () => {
    expect(attestedOutcome('android-safetynet', { asked: { legacyAttestation: false } })).toBe(
      'passkey.attestation-format-unsupported at 7.1 step 21: The format android-safetynet counts only in a legacy profile.',
    );
  });

  test('counts for one minute', () => {
    expect(attestedOutcome('android-safetynet', { at: now + 60_000 })).toBe('basic');
    expect(attestedOutcome('android-safetynet', { at: now + 60_001 })).toBe(
      refused('The answer is too old.'),
    );
    expect(attestedOutcome('android-safetynet', { at: now - 60_000 })).toBe('basic');
  });

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('android-safetynet', { alter })).toBe(refused(sentence));
  });
});
