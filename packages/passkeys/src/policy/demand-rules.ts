import type { PolicyRule } from './check-registration-policy.ts';
import type { RegistrationPolicy } from './registration-policy.ts';

const takenAway = 'Browsers take the attestation away unless one is asked.';
const lists = ['allowedModels', 'keyProtections', 'userVerificationMethods'] as const;
const tellNothing: readonly string[] = ['none', 'self'];
const isGiven = (list: readonly string[] | undefined): list is readonly string[] => (list?.length ?? 0) > 0;
const isDemanding = ({ attestation }: RegistrationPolicy) =>
  attestation === 'direct' || attestation === 'enterprise';

/** Demands that no browser and no authenticator could meet together. */
export const demandRules: readonly PolicyRule[] = [
  ...lists.map(
    (list): PolicyRule => ({
      pointer: `/${list}`,
      detail: takenAway,
      isBroken: (policy) => policy.attestation === 'none' && isGiven(policy[list]),
    }),
  ),
  {
    pointer: '/minimumCertification',
    detail: takenAway,
    isBroken: ({ attestation, minimumCertification }) =>
      attestation === 'none' && minimumCertification !== undefined,
  },
  {
    pointer: '/attestationFormats',
    detail: `${takenAway} Only none and packed are left.`,
    isBroken: ({ attestation, attestationFormats }) =>
      attestation === 'none' &&
      isGiven(attestationFormats) &&
      !attestationFormats.some((one) => one === 'none' || one === 'packed'),
  },
  {
    pointer: '/attestationFormats',
    detail: 'Direct and enterprise attestation refuse the format none.',
    isBroken: (policy) =>
      isDemanding(policy) &&
      isGiven(policy.attestationFormats) &&
      policy.attestationFormats.every((one) => one === 'none'),
  },
  {
    pointer: '/attestationFormats',
    detail: 'android-safetynet needs the legacy profile of attestation.',
    isBroken: ({ attestationFormats, legacyAttestation }) =>
      isGiven(attestationFormats) &&
      legacyAttestation !== true &&
      attestationFormats.every((one) => one === 'android-safetynet'),
  },
  {
    pointer: '/attestationTypes',
    detail: `${takenAway} Only none and self are left.`,
    isBroken: ({ attestation, attestationTypes }) =>
      attestation === 'none' &&
      isGiven(attestationTypes) &&
      !attestationTypes.some((one) => tellNothing.includes(one)),
  },
  {
    pointer: '/attestationTypes',
    detail: 'Direct and enterprise attestation refuse none and self.',
    isBroken: (policy) =>
      isDemanding(policy) &&
      isGiven(policy.attestationTypes) &&
      policy.attestationTypes.every((one) => tellNothing.includes(one)),
  },
  {
    pointer: '/attestationTypes',
    detail: 'A trust anchor is required, which none of these types has.',
    isBroken: ({ requireTrustAnchor, attestationTypes }) =>
      requireTrustAnchor === true &&
      isGiven(attestationTypes) &&
      attestationTypes.every((one) => tellNothing.includes(one) || one.endsWith('-unanchored')),
  },
  {
    pointer: '/allowedModels',
    detail: 'Every model that is allowed is denied too.',
    isBroken: ({ allowedModels, deniedModels }) =>
      isGiven(allowedModels) && allowedModels.every((one) => deniedModels?.includes(one)),
  },
  {
    pointer: '/leastPinLength',
    detail: 'Platform authenticators have no PIN of their own.',
    isBroken: ({ leastPinLength, attachment }) => leastPinLength !== undefined && attachment === 'platform',
  },
  {
    pointer: '/largeBlob',
    detail: 'Large blobs need a resident key preferred or required.',
    isBroken: ({ largeBlob, residentKey }) => largeBlob === 'required' && residentKey === 'discouraged',
  },
  {
    pointer: '/conditionalCreate',
    detail: 'Without a prompt nobody is verified; user verification must not be required.',
    isBroken: ({ conditionalCreate, userVerification }) =>
      conditionalCreate === true && userVerification === 'required',
  },
  {
    pointer: '/conditionalCreate',
    detail: 'Without a prompt only the provider of this device makes passkeys, without attestation.',
    isBroken: (policy) =>
      policy.conditionalCreate === true && (policy.attachment === 'cross-platform' || isDemanding(policy)),
  },
  {
    pointer: '/conditionalCreate',
    detail: 'A passkey made without a prompt must be found without a name.',
    isBroken: ({ conditionalCreate, residentKey }) =>
      conditionalCreate === true && residentKey === 'discouraged',
  },
  {
    pointer: '/leastChallengeBytes',
    detail: 'No challenge comes from outside.',
    isBroken: ({ leastChallengeBytes, allowExternalChallenge }) =>
      leastChallengeBytes !== undefined && !allowExternalChallenge,
  },
];
