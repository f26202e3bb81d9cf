import { catalogues } from '@latchkey/journey';
import { passkeyProblems } from '@latchkey/passkeys';
import { describe, expect, test } from 'vitest';
import { registrationProblems } from '../../passkeys/registration-problems.ts';
import { noticeOf } from './notice.ts';

const codes = [...Object.keys(passkeyProblems.kinds), ...Object.keys(registrationProblems.kinds)];

describe('noticeOf', () => {
  test.each([
    ['passkey.user-not-verified', 'unverified'],
    ['passkey.backup-not-allowed', 'unsuitable'],
    ['passkey.attachment-mismatch', 'unsuitable'],
    ['passkey.attestation-not-trusted', 'unsuitable'],
    ['passkey.model-revoked', 'unsafe'],
    ['passkey.pin-too-short', 'short-pin'],
    ['passkey.already-registered', 'already-registered'],
    ['passkey.session-expired', 'timed-out'],
    ['passkey.limit-reached', 'too-many'],
    ['passkey.withdrawn', 'not-allowed'],
    ['passkey.origin-not-allowed', 'rejected'],
    ['passkey.attestation-invalid', 'rejected'],
    ['passkey.of-another-version', 'rejected'],
  ])('tells %s as %s', (failure, notice) => {
    expect(noticeOf({ browserOutcome: 'registered', failure })).toBe(notice);
  });

  test('tells what the browser said before what became of it', () => {
    expect(noticeOf({ browserOutcome: 'cancelled', failure: 'passkey.cancelled' })).toBe('cancelled');
    expect(noticeOf({})).toBeUndefined();
  });

  test.each(Object.entries(catalogues))(
    'every refusal has kind words without its code in %s',
    (_tag, { notices }) => {
      for (const failure of codes) {
        const { title, body } = notices[noticeOf({ failure }) ?? 'rejected'];
        expect(`${title} ${body}`).not.toMatch(/passkey\.|policy|AAGUID|attestation/i);
      }
    },
  );
});
