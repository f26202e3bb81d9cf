import { fromBase64url, toBase64url } from '@latchkey/kernel';
import { type RegistrationPolicy, registrationOptions } from '@latchkey/passkeys';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandBody, noDemands } from './demand-values.ts';
import { optionsPreview, placeholders } from './options-preview.ts';
import type { PolicyValues } from './policy-values.ts';

const need = fc.constantFrom('required', 'preferred', 'discouraged');
const policies: fc.Arbitrary<PolicyValues> = fc
  .record({
    name: fc.constant('test'),
    attachment: fc.constantFrom('', 'platform', 'cross-platform'),
    residentKey: need,
    userVerification: need,
    attestation: fc.constantFrom('none', 'indirect', 'direct', 'enterprise'),
    algorithms: fc.uniqueArray(fc.constantFrom(-8, -7, -257, -47), { minLength: 1 }),
    legacyAlgorithms: fc.boolean(),
    timeoutMs: fc.integer({ min: 30_000, max: 600_000 }),
    hints: fc.uniqueArray(fc.constantFrom('security-key', 'client-device', 'hybrid')),
    credProps: fc.boolean(),
    credentialProtection: fc.constantFrom('', 'userVerificationOptional', 'userVerificationRequired'),
    enforceCredentialProtection: fc.boolean(),
    allowExternalChallenge: fc.boolean(),
    minPinLength: fc.boolean(),
    leastPinLength: fc.constantFrom('' as const, 6),
    prf: fc.constantFrom('', 'asked', 'required'),
    largeBlob: fc.constantFrom('', 'preferred', 'required'),
    conditionalCreate: fc.boolean(),
  })
  .map((some) => ({ ...noDemands, ...some }));

/** The same policy as the server keeps it. */
function kept({ attachment, credentialProtection, ...policy }: PolicyValues): RegistrationPolicy {
  const set = {
    ...(attachment !== '' && { attachment }),
    ...(credentialProtection !== '' && { credentialProtection }),
  };
  const demands = Object.entries(demandBody(policy)).map(([name, value]) => [name, value ?? undefined]);
  return { ...policy, ...Object.fromEntries(demands), ...set } as RegistrationPolicy;
}

test('the preview of a policy is what the server sends to browsers', () => {
  const bytes = new Uint8Array(16);
  const relyingParty = { id: 'example.com', name: 'Northwind', origins: [] };
  fc.assert(
    fc.property(policies, (policy) => {
      const { clientRequest } = registrationOptions({
        policy: kept(policy),
        relyingParty,
        user: { handle: bytes, name: placeholders.name, displayName: placeholders.displayName },
        challenge: bytes,
      });
      expect(fromBase64url(clientRequest.challenge)).toEqual(bytes);
      expect(optionsPreview(policy, relyingParty)).toEqual({
        ...clientRequest,
        challenge: placeholders.challenge,
        user: { ...clientRequest.user, id: placeholders.handle },
      });
      expect(clientRequest.user.id).toBe(toBase64url(bytes));
    }),
  );
});
