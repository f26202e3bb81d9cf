export type { KeyProtection } from './attestation/attestation-format.ts';
export type {
  AuthenticationExpectations,
  RegisteredCredential,
  VerifiedAuthentication,
} from './authentication/authentication-expectations.ts';
export {
  type AuthenticationOptionsInput,
  type AuthenticationRequest,
  authenticationExpectations,
  authenticationOptions,
} from './authentication/authentication-options.ts';
export { verifyAuthentication } from './authentication/verify-authentication.ts';
export {
  describeTrustAnchor,
  type TrustAnchorDescription,
} from './certificates/describe-trust-anchor.ts';
export { type RevocationList, readRevocationList } from './certificates/read-revocation-list.ts';
export {
  challengeHashOf,
  type IssuedChallenge,
  withHashedChallenge,
} from './client-data/issued-challenge.ts';
export { type Algorithm, algorithms } from './cose/algorithms.ts';
export {
  type AssessedRegistration,
  assessMetadata,
  certificationLevelOf,
  type MetadataAssessment,
  type MetadataFinding,
  type MetadataFindingCode,
} from './metadata/assess-metadata.ts';
export { findMetadataEntry } from './metadata/find-metadata-entry.ts';
export type { MetadataBlob, MetadataEntry, StatusReport } from './metadata/metadata-blob.ts';
export { type MetadataProblemCode, metadataProblems } from './metadata/metadata-problems.ts';
export { type MetadataTrust, readMetadataBlob } from './metadata/read-metadata-blob.ts';
export {
  type AttestationFormatName,
  type AuthenticatorDemands,
  attestationFormatNames,
  attestationTypeNames,
  authenticatorDemandsOf,
  type BackupDemand,
  type CeremonyDemands,
  type CertificationLevel,
  certificationLevels,
  demandsOf,
  type KeyProtectionName,
  keyProtectionNames,
  type VerificationMethodName,
  verificationMethodNames,
} from './policy/authenticator-demands.ts';
export { checkRegistrationPolicy } from './policy/check-registration-policy.ts';
export {
  judgeModel,
  type ModelFacts,
  type ModelJudgement,
  type ModelObjection,
} from './policy/judge-model.ts';
export {
  type Attachment,
  type AttestationConveyance,
  type CredentialProtection,
  defaultRegistrationPolicy,
  type Hint,
  type RegistrationPolicy,
  type ResidentKey,
  type UserVerification,
} from './policy/registration-policy.ts';
export { stricterDemands } from './policy/stricter-demands.ts';
export { type PasskeyProblemCode, passkeyProblems } from './problems.ts';
export type { AttestationTrust, RevocableCertificate } from './registration/attestation-trust.ts';
export type {
  AuthenticatorSelection,
  ClientRequest,
  CredentialDescriptor,
} from './registration/client-request.ts';
export {
  type KeptRegistration,
  type Reassessment,
  reassessRegistration,
} from './registration/reassess-registration.ts';
export { checkOf, registrationChecks } from './registration/registration-checks.ts';
export type { RegistrationExpectations } from './registration/registration-expectations.ts';
export {
  type IssuedExpectations,
  type RegistrationOptionsInput,
  registrationExpectations,
  registrationOptions,
} from './registration/registration-options.ts';
export type { AttestationType, VerifiedRegistration } from './registration/verified-registration.ts';
export { verifyRegistration } from './registration/verify-registration.ts';
