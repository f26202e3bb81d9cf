import { describe, expect, test } from 'vitest';
import { origin, startedRegistration } from '../../test/started-registration.ts';
import { verifyRegistration } from '../registration/verify-registration.ts';
import { createSoftAuthenticator } from '../soft-authenticator/index.ts';
import { challengeHashOf, withHashedChallenge } from './issued-challenge.ts';

const { clientRequest, expectations } = startedRegistration();
const hashed = withHashedChallenge(expectations);
const response = createSoftAuthenticator().createCredential(clientRequest, { origin });
const mismatch = expect.objectContaining({ code: 'passkey.challenge-mismatch' });

describe('a challenge that is kept as its hash', () => {
  test('is nowhere in what is kept, and judges an answer as itself would', () => {
    expect(JSON.stringify(hashed)).not.toContain(expectations.challenge);
    expect(verifyRegistration(hashed, response)).toEqual(verifyRegistration(expectations, response));
  });

  test('refuses every other challenge, and so does the lack of any', () => {
    const { challengeHash, ...none } = hashed;
    const other = challengeHashOf('AAAA')?.toString('base64url') ?? '';
    for (const asked of [{ ...none, challengeHash: other }, { ...none, challengeHash: 'AAAA' }, none])
      expect(() => verifyRegistration(asked, response)).toThrow(mismatch);
    // The hash is not a challenge itself.
    expect(() => verifyRegistration({ ...none, challenge: challengeHash ?? '' }, response)).toThrow(mismatch);
  });

  test('of no bytes is none', () => {
    expect(challengeHashOf('')).toBeUndefined();
    expect(challengeHashOf('+')).toBeUndefined();
    expect(withHashedChallenge({ challenge: '' })).toEqual({});
  });
});
