import type { AttestationType } from '../registration/verified-registration.ts';

/** Levels of FIDO's certification, lowest first. */
export const certificationLevels = ['L1', 'L1plus', 'L2', 'L2plus', 'L3', 'L3plus'] as const;
export type CertificationLevel = (typeof certificationLevels)[number];

/** Attestation formats that are verified. */
export const attestationFormatNames = [
  'none',
  'packed',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
] as const;
export type AttestationFormatName = (typeof attestationFormatNames)[number];

/** How much attestations prove, least first. */
export const attestationTypeNames = [
  'none',
  'self',
  'basic-unanchored',
  'attca-unanchored',
  'anonca-unanchored',
  'basic',
  'attca',
  'anonca',
] as const satisfies readonly AttestationType[];

/** Where metadata say that a model keeps its keys (FIDO Registry section 3.2). */
export const keyProtectionNames = ['software', 'hardware', 'tee', 'secure_element', 'remote_handle'] as const;
export type KeyProtectionName = (typeof keyProtectionNames)[number];

/** How metadata say that a model verifies people (FIDO Registry section 3.1); touch alone is no verification. */
export const verificationMethodNames = [
  'fingerprint_internal',
  'passcode_internal',
  'passcode_external',
  'faceprint_internal',
  'voiceprint_internal',
  'location_internal',
  'eyeprint_internal',
  'pattern_internal',
  'pattern_external',
  'handprint_internal',
] as const;
export type VerificationMethodName = (typeof verificationMethodNames)[number];

/** `device-bound` never leaves its device, `eligible` may be synchronised, `backed-up` is. */
export type BackupDemand = 'device-bound' | 'eligible' | 'backed-up';

/** What a policy demands of the authenticator beyond the ceremony. Absent demands nothing, and so does an empty list. */
export type AuthenticatorDemands = {
  readonly attestationFormats?: readonly AttestationFormatName[];
  readonly attestationTypes?: readonly AttestationType[];
  /** AAGUIDs (UUIDs in lower case); only these, and only proved by an anchored attestation. */
  readonly allowedModels?: readonly string[];
  /** AAGUIDs that are refused even if only claimed. */
  readonly deniedModels?: readonly string[];
  /** AAGUIDs that are accepted and marked. */
  readonly watchedModels?: readonly string[];
  /** What to do with models that metadata speak against. Default `refuse`. */
  readonly revokedModels?: 'refuse' | 'record';
  readonly minimumCertification?: CertificationLevel;
  readonly keyProtections?: readonly KeyProtectionName[];
  /** Every way in which the model verifies people must be among these. */
  readonly userVerificationMethods?: readonly VerificationMethodName[];
  readonly backup?: BackupDemand;
  /** Asks for the shortest PIN that the authenticator takes (CTAP 2.1 section 12.4). */
  readonly minPinLength?: boolean;
  /** Refuses authenticators that take shorter PINs, or do not say. 4 to 63. */
  readonly leastPinLength?: number;
  readonly prf?: 'asked' | 'required';
  readonly largeBlob?: 'preferred' | 'required';
};

/** What a policy lays down about the ceremony itself. Absent leaves the platform's default. */
export type CeremonyDemands = {
  /** Refuses an attestation that ends at no trust anchor. Default false. */
  readonly requireTrustAnchor?: boolean;
  /** Accepts android-safetynet, which Google has switched off. Default false. */
  readonly legacyAttestation?: boolean;
  /** Passkeys of one user at the relying party, beside the store's limit. */
  readonly maxPasskeys?: number;
  /** Which passkeys of the user an authenticator must not hold already. Default `all`. */
  readonly exclude?: 'all' | 'active' | 'none';
  /** Narrows the relying party's origins; empty keeps them all. */
  readonly origins?: readonly string[];
  /** Pages that may frame the ceremony; empty refuses every frame of another site. */
  readonly topOrigins?: readonly string[];
  /** The shortest challenge that a caller may bring, in bytes. Default 16. */
  readonly leastChallengeBytes?: number;
  /** Lets browsers make the passkey without a prompt, after a sign-in by password. */
  readonly conditionalCreate?: boolean;
  /** Journeys add a passkey only to a user who is proved to be the person. Default true. */
  readonly requireUserProof?: boolean;
};

const names = {
  attestationFormats: 'authenticator',
  attestationTypes: 'authenticator',
  allowedModels: 'authenticator',
  deniedModels: 'authenticator',
  watchedModels: 'authenticator',
  revokedModels: 'authenticator',
  minimumCertification: 'authenticator',
  keyProtections: 'authenticator',
  userVerificationMethods: 'authenticator',
  backup: 'authenticator',
  minPinLength: 'authenticator',
  leastPinLength: 'authenticator',
  prf: 'authenticator',
  largeBlob: 'authenticator',
  requireTrustAnchor: 'ceremony',
  legacyAttestation: 'ceremony',
  maxPasskeys: 'ceremony',
  exclude: 'ceremony',
  origins: 'ceremony',
  topOrigins: 'ceremony',
  leastChallengeBytes: 'ceremony',
  conditionalCreate: 'ceremony',
  requireUserProof: 'ceremony',
} as const satisfies Record<keyof AuthenticatorDemands | keyof CeremonyDemands, 'authenticator' | 'ceremony'>;

/** The demands on the authenticator out of a policy, without those that demand nothing. */
export const authenticatorDemandsOf = (policy: AuthenticatorDemands): AuthenticatorDemands =>
  picked(policy, ({ 1: kind }) => kind === 'authenticator');

/** Every demand out of a policy, without those that demand nothing. */
export const demandsOf = (
  policy: AuthenticatorDemands & CeremonyDemands,
): AuthenticatorDemands & CeremonyDemands => picked(policy, () => true);

function picked<Policy extends object>(
  policy: Policy,
  isWanted: (entry: readonly [string, string]) => boolean,
): Policy {
  const wanted = Object.entries(names).filter(isWanted);
  const values = wanted.map(([name]) => [name, (policy as Record<string, unknown>)[name]] as const);
  return Object.fromEntries(values.filter(([name, value]) => demandsSomething(name, value))) as Policy;
}

/** What is true unless told. */
const standing: readonly string[] = ['requireUserProof'];

const demandsSomething = (name: string, value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== standing.includes(name) &&
  !(Array.isArray(value) && value.length === 0);
