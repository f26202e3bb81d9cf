import { defineProblems } from '@latchkey/kernel';

/**
 * Why a ceremony is refused. 400: the browser's answer cannot be read. 422: it was read and is not acceptable.
 * Every problem carries `facts.step`, the step of WebAuthn L3 section 7.1 or 7.2 that failed.
 */
export const passkeyProblems = defineProblems({
  'passkey.response-malformed': { title: "The browser's answer is not a passkey response.", status: 400 },
  'passkey.client-data-malformed': { title: 'The client data cannot be read.', status: 400 },
  'passkey.attestation-malformed': { title: 'The attestation object cannot be read.', status: 400 },
  'passkey.authenticator-data-malformed': { title: 'The authenticator data cannot be read.', status: 400 },
  'passkey.type-mismatch': { title: 'The client data belong to another kind of ceremony.', status: 422 },
  'passkey.challenge-mismatch': { title: 'The challenge is not the one that was issued.', status: 422 },
  'passkey.origin-not-allowed': { title: 'The ceremony ran on an origin that is not allowed.', status: 422 },
  'passkey.cross-origin-not-allowed': { title: 'The ceremony ran in a frame of another site.', status: 422 },
  'passkey.top-origin-not-allowed': {
    title: 'The page that framed the ceremony is not allowed.',
    status: 422,
  },
  'passkey.relying-party-mismatch': { title: 'The passkey is for another relying party.', status: 422 },
  'passkey.user-not-present': { title: 'The authenticator did not see a person.', status: 422 },
  'passkey.user-not-verified': { title: 'The authenticator did not verify the person.', status: 422 },
  'passkey.backup-state-invalid': { title: 'Backed up, yet not eligible for backup.', status: 422 },
  'passkey.algorithm-not-allowed': { title: "The key's algorithm was not offered.", status: 422 },
  'passkey.key-invalid': { title: 'The public key is not valid.', status: 422 },
  'passkey.attestation-format-unsupported': {
    title: 'The attestation format is not supported.',
    status: 422,
  },
  'passkey.attestation-invalid': { title: 'The attestation statement is not valid.', status: 422 },
  'passkey.attestation-required': { title: 'The policy asks for an attestation.', status: 422 },
  'passkey.attestation-not-trusted': {
    title: 'The attestation ends at no trust anchor.',
    status: 422,
  },
  'passkey.credential-id-invalid': { title: 'The credential id is not 1 to 1023 bytes long.', status: 422 },
  'passkey.credential-id-mismatch': {
    title: 'The credential id differs from the attested one.',
    status: 422,
  },
  'passkey.attachment-mismatch': { title: 'The policy asks for another kind of authenticator.', status: 422 },
  'passkey.not-discoverable': { title: 'The policy asks for a discoverable passkey.', status: 422 },
  'passkey.credential-protection-too-weak': {
    title: 'The authenticator protects the passkey less than the policy asks.',
    status: 422,
  },
  'passkey.backup-not-allowed': {
    title: 'The policy asks for another kind of passkey: synchronised, or bound to its device.',
    status: 422,
  },
  'passkey.attestation-format-not-allowed': {
    title: 'The policy does not accept this attestation format.',
    status: 422,
  },
  'passkey.attestation-type-not-allowed': {
    title: 'The policy does not accept what this attestation proves.',
    status: 422,
  },
  'passkey.model-denied': { title: 'The policy denies this model of authenticator.', status: 422 },
  'passkey.model-not-allowed': { title: 'The policy allows other models of authenticators.', status: 422 },
  'passkey.model-revoked': { title: 'The metadata speak against this model of authenticator.', status: 422 },
  'passkey.certification-too-low': {
    title: 'The policy asks for a higher certification of the authenticator.',
    status: 422,
  },
  'passkey.key-protection-not-allowed': {
    title: 'The authenticator keeps its keys otherwise than the policy asks.',
    status: 422,
  },
  'passkey.verification-method-not-allowed': {
    title: 'The authenticator verifies people otherwise than the policy asks.',
    status: 422,
  },
  'passkey.pin-too-short': {
    title: 'The authenticator takes shorter PINs than the policy asks.',
    status: 422,
  },
  'passkey.prf-missing': { title: 'The policy asks for an authenticator with PRF.', status: 422 },
  'passkey.large-blob-missing': {
    title: 'The policy asks for an authenticator with large blobs.',
    status: 422,
  },
  'passkey.credential-not-allowed': { title: 'This passkey was not asked for.', status: 422 },
  'passkey.user-handle-mismatch': { title: 'The passkey belongs to another user.', status: 422 },
  'passkey.backup-eligibility-changed': { title: 'The backup eligibility changed.', status: 422 },
  'passkey.signature-invalid': { title: 'The signature is not valid.', status: 422 },
  'passkey.counter-not-increased': { title: 'The signature counter did not increase.', status: 422 },
});

/** The stable codes of this package. */
export type PasskeyProblemCode = keyof typeof passkeyProblems.kinds;
