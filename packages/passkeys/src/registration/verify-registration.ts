import { hash } from 'node:crypto';
import { attestationFormatOf } from '../attestation/attestation-formats.ts';
import { readAttestationObject } from '../attestation/read-attestation-object.ts';
import { ensureBackupState, ensureRelyingParty } from '../authenticator-data/check-authenticator-data.ts';
import { readAuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { uuidText } from '../authenticator-data/uuid-text.ts';
import { ceremonySteps } from '../ceremony-steps.ts';
import {
  ensureChallenge,
  ensureFrameAllowed,
  ensureOrigin,
  ensureTopOrigin,
  ensureType,
} from '../client-data/check-client-data.ts';
import { readClientData } from '../client-data/read-client-data.ts';
import { algorithmOf, importCoseKey } from '../cose/cose-key.ts';
import { ensure, ensured } from '../fault.ts';
import { passkeyProblems } from '../problems.ts';
import { assessAttestation, ensureAttestationAsked } from './assess-attestation.ts';
import type { AttestationTrust } from './attestation-trust.ts';
import { ensureModel, type JudgedRegistration } from './ensure-model.ts';
import {
  ensureAttachment,
  ensureBackup,
  ensureClaimed,
  ensureCredentialProtection,
  ensureDiscoverable,
  ensurePinLength,
} from './ensure-policy.ts';
import { readRegistrationResponse } from './read-registration-response.ts';
import { recordOf } from './record-of.ts';
import type { RegistrationExpectations } from './registration-expectations.ts';
import type { VerifiedRegistration } from './verified-registration.ts';

const step = ceremonySteps('WebAuthn L3 7.1', passkeyProblems);

/**
 * Verifies a browser's answer to create() by the steps of WebAuthn L3 section 7.1, numbered as there. `response` is a
 * RegistrationResponseJSON of unknown provenance. Whether the credential id is new (step 26) is for the caller's
 * database to say. Throws a Problem of `passkeyProblems` with `facts.step`.
 */
export function verifyRegistration(
  asked: RegistrationExpectations,
  response: unknown,
  trust: AttestationTrust = { now: Date.now() },
): VerifiedRegistration {
  const demands = asked.demands ?? {};
  const answer = step(3, 'passkey.response-malformed', () => readRegistrationResponse(response));
  const client = step(6, 'passkey.client-data-malformed', () => readClientData(answer.clientDataJson));
  step(7, 'passkey.type-mismatch', () => ensureType(client, 'webauthn.create'));
  step(8, 'passkey.challenge-mismatch', () => ensureChallenge(client, asked));
  step(9, 'passkey.origin-not-allowed', () => ensureOrigin(client, asked.origins));
  step(10, 'passkey.cross-origin-not-allowed', () => ensureFrameAllowed(client, asked.topOrigins));
  step(11, 'passkey.top-origin-not-allowed', () => ensureTopOrigin(client, asked.topOrigins));
  const clientDataHash = step(12, 'passkey.client-data-malformed', () =>
    hash('sha256', answer.clientDataJson, 'buffer'),
  );
  const object = step(13, 'passkey.attestation-malformed', () =>
    readAttestationObject(answer.attestationObject),
  );
  const data = step(13, 'passkey.authenticator-data-malformed', () =>
    readAuthenticatorData(object.authenticatorData),
  );
  const attested = step(13, 'passkey.authenticator-data-malformed', () =>
    ensured(data.attested, 'The authenticator data hold no credential.'),
  );
  step(14, 'passkey.relying-party-mismatch', () => ensureRelyingParty(data, asked.rpId));
  step(15, 'passkey.user-not-present', () =>
    ensure(data.userPresent || asked.userPresence === false, 'The flag UP is not set.'),
  );
  step(16, 'passkey.user-not-verified', () =>
    ensure(data.userVerified || asked.userVerification !== 'required', 'The flag UV is not set.'),
  );
  step(17, 'passkey.backup-state-invalid', () => ensureBackupState(data));
  step(18, 'passkey.backup-not-allowed', () => ensureBackup(data, demands.backup));
  const algorithm = step(20, 'passkey.key-invalid', () => algorithmOf(attested.coseKey));
  step(20, 'passkey.algorithm-not-allowed', () =>
    ensure(asked.algorithms.includes(algorithm), `Algorithm ${algorithm} was not offered.`),
  );
  const publicKey = step(20, 'passkey.key-invalid', () => importCoseKey(attested.coseKey));
  const format = step(21, 'passkey.attestation-format-unsupported', () =>
    attestationFormatOf(object.format, asked.legacyAttestation),
  );
  step(21, 'passkey.attestation-format-not-allowed', () =>
    ensureAccepted(object.format, demands.attestationFormats),
  );
  const verdict = step(22, 'passkey.attestation-invalid', () =>
    format.verify({
      statement: object.statement,
      authenticatorData: data,
      attested,
      publicKey,
      clientDataHash,
      now: trust.now,
      conveyance: asked.attestation,
      isLegacyAllowed: asked.legacyAttestation === true,
    }),
  );
  const assessment = step(23, 'passkey.attestation-invalid', () =>
    assessAttestation(verdict, trust, uuidText(attested.aaguid)),
  );
  step(24, 'passkey.attestation-required', () => ensureAttestationAsked(assessment.type, asked.attestation));
  step(24, 'passkey.attestation-not-trusted', () =>
    ensure(
      assessment.isAnchored || asked.requireTrustAnchor !== true,
      `The attestation is ${assessment.type}: it ends at no trust anchor.`,
    ),
  );
  step(24, 'passkey.attestation-type-not-allowed', () =>
    ensureAccepted(assessment.type, demands.attestationTypes),
  );
  const judged: JudgedRegistration = { attested, algorithm, format: object.format, assessment };
  const judgement = ensureModel(demands, judged, trust);
  step(25, 'passkey.credential-id-invalid', () => {
    const { length } = attested.credentialId;
    ensure(length >= 1 && length <= 1023, `The credential id has ${length} bytes.`);
  });
  step(27, 'passkey.credential-id-mismatch', () =>
    ensure(Buffer.compare(attested.credentialId, answer.credentialId) === 0, 'The ids differ.'),
  );
  step(28, 'passkey.attachment-mismatch', () => ensureAttachment(answer.attachment, asked.attachment));
  step(28, 'passkey.not-discoverable', () => ensureDiscoverable(answer.residentKey, asked.residentKey));
  step(28, 'passkey.credential-protection-too-weak', () => ensureCredentialProtection(data, asked));
  step(28, 'passkey.pin-too-short', () => ensurePinLength(data, demands));
  step(28, 'passkey.prf-missing', () => ensureClaimed(answer.prf, demands.prf === 'required'));
  step(28, 'passkey.large-blob-missing', () =>
    ensureClaimed(answer.largeBlob, demands.largeBlob === 'required'),
  );
  return recordOf({ answer, client, data, ...judged, judgement });
}

function ensureAccepted(value: string, accepted: readonly string[] = []): void {
  ensure(accepted.length === 0 || accepted.includes(value), `${value} is not among ${accepted.join(', ')}.`);
}
