import {
  type AssessedRegistration,
  assessMetadata,
  type MetadataAssessment,
} from '../metadata/assess-metadata.ts';
import type { MetadataEntry } from '../metadata/metadata-blob.ts';
import type { PasskeyProblemCode } from '../problems.ts';
import { type AuthenticatorDemands, certificationLevels } from './authenticator-demands.ts';

/** What a policy has against the model of an authenticator. */
export type ModelObjection = { readonly code: PasskeyProblemCode; readonly sentence: string };

/** A model against what is demanded of it. */
export type ModelJudgement = {
  /** Empty: acceptable. */
  readonly objections: readonly ModelObjection[];
  /** What is to be remembered though it was accepted: codes of findings, and `policy.model-watched`. */
  readonly findings: readonly string[];
  readonly metadata?: MetadataAssessment;
};

/** The parts of a registration that tell its model. */
export type ModelFacts = AssessedRegistration & { readonly aaguid: string };

type Judged = {
  readonly demands: AuthenticatorDemands;
  readonly facts: ModelFacts;
  readonly entry?: MetadataEntry;
  readonly assessment?: MetadataAssessment;
  /** Whether the attestation proves the model that the metadata are about. */
  readonly isProved: boolean;
};

/** Judges a model by a policy and by what metadata say about it at a moment (milliseconds since the epoch). Pure. */
export function judgeModel(
  demands: AuthenticatorDemands,
  facts: ModelFacts,
  entry: MetadataEntry | undefined,
  now: number,
): ModelJudgement {
  const assessment = entry && assessMetadata(entry, facts, now);
  const isUnproved = (code: string) => code === 'metadata.model-not-verified';
  const isProved = assessment
    ? !assessment.findings.some(({ code }) => isUnproved(code))
    : facts.aaguidVerified;
  const judged: Judged = {
    demands,
    facts,
    isProved,
    ...(entry && { entry }),
    ...(assessment && { assessment }),
  };
  const objections = rules.filter(({ isBroken }) => isBroken(judged));
  const findings = (assessment?.findings ?? []).map(({ code }) => code).filter((code) => !isUnproved(code));
  const isWatched = demands.watchedModels?.includes(facts.aaguid) === true;
  return {
    objections: objections.map(({ code, sentence }) => ({ code, sentence: sentence(judged) })),
    findings: [...findings, ...(isWatched ? ['policy.model-watched'] : [])],
    ...(assessment && { metadata: assessment }),
  };
}

type Rule = {
  readonly code: PasskeyProblemCode;
  readonly sentence: (judged: Judged) => string;
  readonly isBroken: (judged: Judged) => boolean;
};

const isDemanded = (list: readonly string[] | undefined): list is readonly string[] =>
  list !== undefined && list.length > 0;

/** Statuses of a model; what else metadata find is a difference in one registration. */
const statusCodes: readonly string[] = [
  'metadata.revoked',
  'metadata.user-verification-bypass',
  'metadata.attestation-key-compromised',
  'metadata.user-key-remotely-compromised',
  'metadata.user-key-physically-compromised',
];

const against = ({ assessment }: Judged) =>
  (assessment?.findings ?? []).filter(({ code }) => statusCodes.includes(code));

const rankOf = (level: string | undefined): number =>
  (certificationLevels as readonly string[]).indexOf(level ?? '');

/** Touch shows that somebody is there, not who. */
const verifiesNobody = new Set(['presence_internal', 'none', 'all']);

const methodsOf = ({ entry }: Judged) =>
  (entry?.userVerificationMethods ?? []).filter((one) => !verifiesNobody.has(one));

const rules: readonly Rule[] = [
  {
    code: 'passkey.model-denied',
    sentence: ({ facts }) => `The policy denies the model ${facts.aaguid}.`,
    isBroken: ({ demands, facts }) => demands.deniedModels?.includes(facts.aaguid) === true,
  },
  {
    code: 'passkey.model-not-allowed',
    sentence: ({ facts, isProved }) =>
      isProved
        ? `The policy does not allow the model ${facts.aaguid}.`
        : `The model ${facts.aaguid} is only claimed: no trust anchor vouches for it.`,
    isBroken: ({ demands: { allowedModels }, facts, isProved }) =>
      isDemanded(allowedModels) && !(isProved && allowedModels.includes(facts.aaguid)),
  },
  {
    code: 'passkey.model-revoked',
    sentence: (judged) =>
      against(judged)
        .map(({ sentence }) => sentence)
        .join(' '),
    isBroken: (judged) => judged.demands.revokedModels !== 'record' && against(judged).length > 0,
  },
  {
    code: 'passkey.certification-too-low',
    sentence: ({ demands, assessment, isProved }) =>
      `${demands.minimumCertification} is demanded; ${
        isProved ? (assessment?.certificationLevel ?? 'no certification is known') : 'the model is not proved'
      }.`,
    isBroken: ({ demands, assessment, isProved }) =>
      demands.minimumCertification !== undefined &&
      !(isProved && rankOf(assessment?.certificationLevel) >= rankOf(demands.minimumCertification)),
  },
  {
    code: 'passkey.key-protection-not-allowed',
    sentence: ({ entry }) => `The metadata say: ${entry?.keyProtection.join(', ') || 'nothing'}.`,
    isBroken: ({ demands: { keyProtections }, entry, isProved }) =>
      isDemanded(keyProtections) &&
      !(isProved && entry?.keyProtection.some((one) => keyProtections.includes(one as never)) === true),
  },
  {
    code: 'passkey.verification-method-not-allowed',
    sentence: (judged) => `The metadata say: ${methodsOf(judged).join(', ') || 'nothing'}.`,
    isBroken: (judged) => {
      const { userVerificationMethods: allowed } = judged.demands;
      const methods = methodsOf(judged);
      const areAllAllowed = methods.length > 0 && methods.every((one) => allowed?.includes(one as never));
      return isDemanded(allowed) && !(judged.isProved && areAllAllowed);
    },
  },
];
