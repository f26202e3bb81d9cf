import { describe, expect, test } from 'vitest';
import { checkRegistrationPolicy } from './check-registration-policy.ts';
import { defaultRegistrationPolicy, type RegistrationPolicy } from './registration-policy.ts';

const pointersOf = (changes: Partial<RegistrationPolicy>): readonly string[] =>
  checkRegistrationPolicy({ ...defaultRegistrationPolicy, name: 'test', ...changes }).map(
    ({ pointer }) => pointer,
  );

const guideAlgorithms = [-65535, -257, -258, -259, -37, -38, -39, -7, -35, -36, -8, -43];

describe('a registration policy', () => {
  test.each<[string, Partial<RegistrationPolicy>]>([
    ['the default', {}],
    [
      'every algorithm of the guide in the legacy profile',
      { algorithms: guideAlgorithms, legacyAlgorithms: true },
    ],
    [
      'userVerificationOptional with a resident key preferred',
      { credentialProtection: 'userVerificationOptional' },
    ],
    [
      'the middle protection without a resident key, enforced',
      {
        credentialProtection: 'userVerificationOptionalWithCredentialIDList',
        enforceCredentialProtection: true,
        residentKey: 'discouraged',
      },
    ],
    [
      'userVerificationRequired with user verification required',
      { credentialProtection: 'userVerificationRequired', userVerification: 'required' },
    ],
    ['a trust anchor for a direct attestation', { requireTrustAnchor: true, attestation: 'direct' }],
    ['the shortest timeout', { timeoutMs: 30_000 }],
    ['the longest timeout', { timeoutMs: 600_000 }],
  ])('may be saved: %s', (_what, changes) => {
    expect(pointersOf(changes)).toEqual([]);
  });

  test.each<[string, string, Partial<RegistrationPolicy>]>([
    ['no algorithm', '/algorithms', { algorithms: [] }],
    ['an algorithm twice', '/algorithms', { algorithms: [-7, -7] }],
    ['an unknown algorithm', '/algorithms/1', { algorithms: [-7, 5] }],
    ['RS1 outside the legacy profile', '/algorithms/1', { algorithms: [-7, -65535] }],
    ['-43 outside the legacy profile', '/algorithms/0', { algorithms: [-43, -7] }],
    ['nothing but legacy', '/algorithms', { algorithms: [-43, -65535], legacyAlgorithms: true }],
    ['a timeout below 30 s', '/timeoutMs', { timeoutMs: 29_999 }],
    ['a timeout above 600 s', '/timeoutMs', { timeoutMs: 600_001 }],
    ['a timeout that is no integer', '/timeoutMs', { timeoutMs: 30_000.5 }],
    ['a trust anchor for no attestation', '/requireTrustAnchor', { requireTrustAnchor: true }],
    ['a hint twice', '/hints', { hints: ['hybrid', 'hybrid'] }],
    [
      'level 3 without user verification',
      '/userVerification',
      { credentialProtection: 'userVerificationRequired' },
    ],
    [
      'level 1 without a resident key',
      '/residentKey',
      { credentialProtection: 'userVerificationOptional', residentKey: 'discouraged' },
    ],
    ['nothing to enforce', '/enforceCredentialProtection', { enforceCredentialProtection: true }],
    [
      'the enforcement of level 1',
      '/enforceCredentialProtection',
      { enforceCredentialProtection: true, credentialProtection: 'userVerificationOptional' },
    ],
  ])('is refused with %s', (_what, pointer, changes) => {
    expect(pointersOf(changes)).toEqual([pointer]);
  });

  test('has a default that nobody can change', () => {
    expect(Object.isFrozen(defaultRegistrationPolicy)).toBe(true);
    expect(Object.isFrozen(defaultRegistrationPolicy.algorithms)).toBe(true);
    expect(Object.isFrozen(defaultRegistrationPolicy.hints)).toBe(true);
  });
});
