import type { PasskeyProblemCode } from '../problems.ts';

/**
 * What `verifyRegistration` checks, in its order, each by the code with which it fails. Where a code stands for two
 * checks, it stands at the first.
 */
export const registrationChecks: readonly PasskeyProblemCode[] = Object.freeze([
  'passkey.response-malformed',
  'passkey.client-data-malformed',
  'passkey.type-mismatch',
  'passkey.challenge-mismatch',
  'passkey.origin-not-allowed',
  'passkey.cross-origin-not-allowed',
  'passkey.top-origin-not-allowed',
  'passkey.attestation-malformed',
  'passkey.authenticator-data-malformed',
  'passkey.relying-party-mismatch',
  'passkey.user-not-present',
  'passkey.user-not-verified',
  'passkey.backup-state-invalid',
  'passkey.key-invalid',
  'passkey.algorithm-not-allowed',
  'passkey.attestation-format-unsupported',
  'passkey.attestation-invalid',
  'passkey.attestation-required',
  'passkey.attestation-not-trusted',
  'passkey.credential-id-invalid',
  'passkey.credential-id-mismatch',
  'passkey.attachment-mismatch',
  'passkey.not-discoverable',
  'passkey.credential-protection-too-weak',
] as const);
