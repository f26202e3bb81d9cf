import type { AttestedCredential, AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { uuidText } from '../authenticator-data/uuid-text.ts';
import type { ClientData } from '../client-data/read-client-data.ts';
import type { ModelJudgement } from '../policy/judge-model.ts';
import type { AttestationAssessment } from './assess-attestation.ts';
import { pinLengthOf } from './ensure-policy.ts';
import type { RegistrationResponse } from './read-registration-response.ts';
import type { VerifiedRegistration } from './verified-registration.ts';

/** What the steps of a registration found. */
export type Findings = {
  readonly answer: RegistrationResponse;
  readonly client: ClientData;
  readonly data: AuthenticatorData;
  readonly attested: AttestedCredential;
  readonly algorithm: number;
  readonly format: string;
  readonly assessment: AttestationAssessment;
  readonly judgement: ModelJudgement;
};

/** The credential record of WebAuthn L3 section 7.1 step 27. Bytes are copies, so that nothing else stays alive. */
export function recordOf({ answer, client, data, attested, ...findings }: Findings): VerifiedRegistration {
  return Object.freeze({
    credentialId: answer.credentialId,
    publicKey: attested.publicKey.slice(),
    algorithm: findings.algorithm,
    signCount: data.signCount,
    userVerified: data.userVerified,
    backupEligible: data.backupEligible,
    backedUp: data.backedUp,
    transports: answer.transports,
    ...(answer.attachment && { attachment: answer.attachment }),
    ...(answer.residentKey !== undefined && { residentKey: answer.residentKey }),
    aaguid: uuidText(attested.aaguid),
    aaguidVerified: findings.assessment.isModelProved,
    attestationFormat: findings.format,
    ...attestationOf(findings.assessment),
    ...modelOf(findings.judgement),
    ...extensionsOf(answer, data),
    attestationObject: answer.attestationObject,
    clientDataJson: answer.clientDataJson,
    origin: client.origin,
    crossOrigin: client.crossOrigin,
    ...(client.topOrigin !== undefined && { topOrigin: client.topOrigin }),
  });
}

/** What only an anchor makes true is left out without one. */
function attestationOf({ type, path, isAnchored, keyProtection, serialNumber }: AttestationAssessment) {
  return {
    attestationType: type,
    trustPath: Object.freeze(path.map(({ der }) => der.slice())),
    ...(isAnchored && keyProtection && { keyProtection }),
    ...(isAnchored && serialNumber && { deviceSerialNumber: Buffer.from(serialNumber).toString('hex') }),
  };
}

function modelOf({ findings, metadata }: ModelJudgement) {
  return {
    findings,
    ...(metadata?.description !== undefined && { model: metadata.description }),
    ...(metadata?.certificationLevel && { certificationLevel: metadata.certificationLevel }),
  };
}

function extensionsOf({ prf, largeBlob }: RegistrationResponse, data: AuthenticatorData) {
  const minPinLength = pinLengthOf(data);
  return {
    ...(minPinLength !== undefined && { minPinLength }),
    ...(prf !== undefined && { prf }),
    ...(largeBlob !== undefined && { largeBlob }),
  };
}
