import { defaultRegistrationPolicy, type RegistrationPolicy, registrationOptions } from '@latchkey/passkeys';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stricterExpectations } from './stricter-expectations.ts';

const need = fc.constantFrom('required', 'preferred', 'discouraged');
const policy = fc.record({
  name: fc.constant('any'),
  residentKey: need,
  userVerification: need,
  attestation: fc.constantFrom('none', 'indirect', 'direct', 'enterprise'),
  algorithms: fc.subarray([-8, -7, -257]),
  enforceCredentialProtection: fc.boolean(),
});
type Some = typeof policy extends fc.Arbitrary<infer Value> ? Value : never;
const expectationsOf = (some: Partial<RegistrationPolicy>) =>
  registrationOptions({
    policy: { ...defaultRegistrationPolicy, name: 'any', ...some },
    relyingParty: { id: 'localhost', name: 'here', origins: ['https://localhost'] },
    user: { handle: new Uint8Array(16), name: 'a', displayName: 'A' },
    challenge: new Uint8Array(64),
  }).expectations;
const merged = (one: Some, other: Some) =>
  stricterExpectations(expectationsOf(one), { ...defaultRegistrationPolicy, ...other });

describe('the stricter of two policies', () => {
  test('is the policy itself when nothing changed', () => {
    fc.assert(
      fc.property(policy, (one) => {
        expect(merged(one, one)).toEqual(expectationsOf(one));
      }),
    );
  });

  test('does not depend on which came first, but for the order of algorithms', () => {
    const sorted = (some: ReturnType<typeof merged>) =>
      some && { ...some, algorithms: [...some.algorithms].sort() };
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        expect(sorted(merged(one, other))).toEqual(sorted(merged(other, one)));
      }),
    );
  });

  test('asks for whatever either asks for', () => {
    fc.assert(
      fc.property(policy, policy, (one, other) => {
        const both = merged(one, other);
        const isAsked = one.userVerification === 'required' || other.userVerification === 'required';
        expect(both?.userVerification === 'required').toBe(isAsked);
        expect(both?.attestation === 'none').toBe(one.attestation === 'none' && other.attestation === 'none');
        const either = [...one.algorithms, ...other.algorithms];
        const common = either.filter((id) => one.algorithms.includes(id) && other.algorithms.includes(id));
        expect(new Set(both?.algorithms)).toEqual(new Set(common));
      }),
    );
  });

  test('of contrary attachments there is none', () => {
    const some = { ...defaultRegistrationPolicy, name: 'any' };
    const started = { ...expectationsOf(some), attachment: 'platform' } as const;
    expect(stricterExpectations(started, { ...some, attachment: 'cross-platform' })).toBeUndefined();
    expect(stricterExpectations(started, some)?.attachment).toBe('platform');
  });
});
