import type { PasskeyProblemCode } from '../problems.ts';

/**
 * What `verifyRegistration` checks, in its order, each by the code with which it fails. Where a code stands for two
 * checks, it stands at the first; what is wrong with the model of an authenticator has one place for all its codes.
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
  'passkey.backup-not-allowed',
  'passkey.key-invalid',
  'passkey.algorithm-not-allowed',
  'passkey.attestation-format-unsupported',
  'passkey.attestation-format-not-allowed',
  'passkey.attestation-invalid',
  'passkey.attestation-required',
  'passkey.attestation-not-trusted',
  'passkey.attestation-type-not-allowed',
  'passkey.model-not-allowed',
  'passkey.credential-id-invalid',
  'passkey.credential-id-mismatch',
  'passkey.attachment-mismatch',
  'passkey.not-discoverable',
  'passkey.credential-protection-too-weak',
  'passkey.pin-too-short',
  'passkey.prf-missing',
  'passkey.large-blob-missing',
] as const);

/** The check that fails with a code. */
export const checkOf = (code: string): PasskeyProblemCode =>
  registrationChecks.find((one) => one === code) ?? 'passkey.model-not-allowed';
