import type { NewRegistrationPolicy, RegistrationPolicy } from '@latchkey/contract';

/** The demands of a policy as its form holds them; an empty text, list or `false` demands nothing. */
export type DemandValues = {
  readonly attestationFormats: readonly string[];
  readonly attestationTypes: readonly string[];
  readonly requireTrustAnchor: boolean;
  readonly legacyAttestation: boolean;
  readonly allowedModels: readonly string[];
  readonly deniedModels: readonly string[];
  readonly watchedModels: readonly string[];
  readonly revokedModels: string;
  readonly minimumCertification: string;
  readonly keyProtections: readonly string[];
  readonly userVerificationMethods: readonly string[];
  readonly backup: string;
  readonly minPinLength: boolean;
  readonly leastPinLength: number | '';
  readonly prf: string;
  readonly largeBlob: string;
  readonly maxPasskeys: number | '';
  readonly exclude: string;
  readonly origins: readonly string[];
  readonly topOrigins: readonly string[];
  readonly leastChallengeBytes: number | '';
  readonly conditionalCreate: boolean;
  readonly requireUserProof: boolean;
};

/** Demands nothing. */
export const noDemands: DemandValues = Object.freeze({
  attestationFormats: [],
  attestationTypes: [],
  requireTrustAnchor: false,
  legacyAttestation: false,
  allowedModels: [],
  deniedModels: [],
  watchedModels: [],
  revokedModels: '',
  minimumCertification: '',
  keyProtections: [],
  userVerificationMethods: [],
  backup: '',
  minPinLength: false,
  leastPinLength: '',
  prf: '',
  largeBlob: '',
  maxPasskeys: '',
  exclude: '',
  origins: [],
  topOrigins: [],
  leastChallengeBytes: '',
  conditionalCreate: false,
  requireUserProof: true,
});

const names = Object.keys(noDemands) as readonly (keyof DemandValues)[];

/** The demands of a policy, or of a template. */
export const demandValues = (policy: Partial<RegistrationPolicy> | Partial<NewRegistrationPolicy> = {}) =>
  Object.fromEntries(names.map((name) => [name, policy[name] ?? noDemands[name]])) as DemandValues;

/** What to send: `null` for what demands nothing. */
export const demandBody = (values: DemandValues) =>
  Object.fromEntries(names.map((name) => [name, isNothing(name, values[name]) ? null : values[name]]));

const isNothing = (name: keyof DemandValues, value: unknown): boolean =>
  value === '' ||
  (typeof value === 'boolean' && value === noDemands[name]) ||
  (Array.isArray(value) && value.length === 0);
