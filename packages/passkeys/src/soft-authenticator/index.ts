export type { SoftAttestation } from './attestation-statements.ts';
export type {
  AssertionRequest,
  AuthenticationResponseJson,
  RegistrationResponseJson,
} from './response-json.ts';
export { createSoftAuthenticator, type SoftAuthenticator } from './soft-authenticator.ts';
export type { Alterations, SoftAuthenticatorOptions, SoftCeremony } from './soft-authenticator-options.ts';
export type { SoftCredential } from './soft-authenticator-state.ts';
export { type SoftFault, softFaults } from './soft-faults.ts';
export { createSoftMetadataService, type SoftMetadataService } from './soft-metadata.ts';
