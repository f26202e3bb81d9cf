import type { AttestedCredential } from '../authenticator-data/read-authenticator-data.ts';
import { uuidText } from '../authenticator-data/uuid-text.ts';
import { findMetadataEntry } from '../metadata/find-metadata-entry.ts';
import type { AuthenticatorDemands } from '../policy/authenticator-demands.ts';
import { judgeModel, type ModelFacts, type ModelJudgement } from '../policy/judge-model.ts';
import { passkeyProblems } from '../problems.ts';
import type { AttestationAssessment } from './assess-attestation.ts';
import type { AttestationTrust } from './attestation-trust.ts';

/** What is known about a registration when its model is judged. */
export type JudgedRegistration = {
  readonly attested: AttestedCredential;
  readonly algorithm: number;
  readonly format: string;
  readonly assessment: AttestationAssessment;
};

/** Judges the model of an authenticator; part of step 24. Throws the Problem of the first objection. */
export function ensureModel(
  demands: AuthenticatorDemands,
  judged: JudgedRegistration,
  { metadata, now }: AttestationTrust,
): ModelJudgement {
  const facts = modelFactsOf(judged);
  const entry = metadata && findMetadataEntry(metadata, facts);
  const judgement = judgeModel(demands, facts, entry, now);
  const [objection] = judgement.objections;
  if (!objection) return judgement;
  throw passkeyProblems.create(objection.code, {
    detail: objection.sentence,
    facts: { step: 'WebAuthn L3 7.1 step 24', aaguid: facts.aaguid },
  });
}

/** The parts of a registration that tell its model. */
export const modelFactsOf = ({
  attested,
  algorithm,
  format,
  assessment,
}: JudgedRegistration): ModelFacts => ({
  aaguid: uuidText(attested.aaguid),
  aaguidVerified: assessment.isModelProved,
  attestationType: assessment.type,
  attestationFormat: format,
  algorithm,
  trustPath: assessment.path.map(({ der }) => der),
});
