import { hash } from 'node:crypto';
import { attestationFormatOf } from '../attestation/attestation-formats.ts';
import { readAttestationObject } from '../attestation/read-attestation-object.ts';
import { readAuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { uuidText } from '../authenticator-data/uuid-text.ts';
import { algorithmOf, importCoseKey } from '../cose/cose-key.ts';
import { ensured, Fault } from '../fault.ts';
import { findMetadataEntry } from '../metadata/find-metadata-entry.ts';
import type { AuthenticatorDemands } from '../policy/authenticator-demands.ts';
import { judgeModel } from '../policy/judge-model.ts';
import { assessAttestation } from './assess-attestation.ts';
import type { AttestationTrust } from './attestation-trust.ts';
import { type JudgedRegistration, modelFactsOf } from './ensure-model.ts';
import type { VerifiedRegistration } from './verified-registration.ts';

/** A registration as it was kept. */
export type KeptRegistration = {
  readonly attestationObject: Uint8Array;
  readonly clientDataJson: Uint8Array;
  /** Milliseconds since the epoch: its certificates are judged by that moment. */
  readonly registeredAt: number;
  /** What the policy demands now. */
  readonly demands?: AuthenticatorDemands;
  readonly requireTrustAnchor?: boolean;
};

/** What is to be said about a registration now; `findings` are codes, none when nothing speaks against it. */
export type Reassessment = Pick<
  VerifiedRegistration,
  'attestationType' | 'aaguidVerified' | 'trustPath' | 'findings' | 'model' | 'certificationLevel'
>;

/** Judges a kept registration by what is known and demanded now. `undefined` when its attestation no longer holds. */
export function reassessRegistration(
  kept: KeptRegistration,
  trust: AttestationTrust,
): Reassessment | undefined {
  try {
    return assessed(judgedAgain(kept, trust), kept, trust);
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}

function judgedAgain(kept: KeptRegistration, trust: AttestationTrust): JudgedRegistration {
  const object = readAttestationObject(kept.attestationObject);
  const authenticatorData = readAuthenticatorData(object.authenticatorData);
  const attested = ensured(authenticatorData.attested, 'The authenticator data hold no credential.');
  const verdict = attestationFormatOf(object.format, true).verify({
    statement: object.statement,
    authenticatorData,
    attested,
    publicKey: importCoseKey(attested.coseKey),
    clientDataHash: hash('sha256', kept.clientDataJson, 'buffer'),
    now: kept.registeredAt,
    // It was accepted then, whatever was asked.
    conveyance: 'enterprise',
    isLegacyAllowed: true,
  });
  const then = { ...trust, now: kept.registeredAt };
  return {
    attested,
    algorithm: algorithmOf(attested.coseKey),
    format: object.format,
    assessment: assessAttestation(verdict, then, uuidText(attested.aaguid)),
  };
}

function assessed(
  judged: JudgedRegistration,
  { demands = {}, requireTrustAnchor }: KeptRegistration,
  { metadata, now }: AttestationTrust,
): Reassessment {
  const facts = modelFactsOf(judged);
  const {
    objections,
    findings,
    metadata: found,
  } = judgeModel(demands, facts, metadata && findMetadataEntry(metadata, facts), now);
  const isUnanchored = requireTrustAnchor === true && !judged.assessment.isAnchored;
  return {
    attestationType: facts.attestationType,
    aaguidVerified: facts.aaguidVerified,
    trustPath: facts.trustPath,
    findings: [
      ...findings,
      ...objections.map(({ code }) => code),
      ...(isUnanchored ? ['passkey.attestation-not-trusted'] : []),
    ],
    ...(found?.description !== undefined && { model: found.description }),
    ...(found?.certificationLevel && { certificationLevel: found.certificationLevel }),
  };
}
