import type { NewRegistrationPolicy } from './registration-policies.ts';

export type PolicyTemplate = {
  readonly id: 'synchronised' | 'device-bound' | 'security-keys' | 'this-device' | 'legacy';
  readonly policy: Omit<NewRegistrationPolicy, 'name'>;
};

/** Policies to start from; what is absent has the platform's default. */
export const policyTemplates: readonly PolicyTemplate[] = Object.freeze([
  {
    id: 'synchronised',
    policy: { residentKey: 'required', userVerification: 'required', backup: 'eligible' },
  },
  {
    id: 'device-bound',
    policy: {
      residentKey: 'required',
      userVerification: 'required',
      attestation: 'direct',
      requireTrustAnchor: true,
      backup: 'device-bound',
    },
  },
  {
    id: 'security-keys',
    policy: {
      attachment: 'cross-platform',
      residentKey: 'required',
      userVerification: 'required',
      attestation: 'direct',
      requireTrustAnchor: true,
      credentialProtection: 'userVerificationRequired',
      hints: ['security-key'],
      backup: 'device-bound',
    },
  },
  {
    id: 'this-device',
    policy: {
      attachment: 'platform',
      residentKey: 'required',
      userVerification: 'required',
      hints: ['client-device'],
    },
  },
  {
    id: 'legacy',
    policy: {
      residentKey: 'discouraged',
      userVerification: 'discouraged',
      attestation: 'direct',
      algorithms: [-7, -257, -258, -259, -65535, -43],
      legacyAlgorithms: true,
      legacyAttestation: true,
    },
  },
]);
