import { algorithms } from '../../src/index.ts';
import {
  createSoftAuthenticator,
  type SoftAuthenticatorOptions,
} from '../../src/soft-authenticator/index.ts';
import { now, origin, startedRegistration } from '../started-registration.ts';
import { hasVectors, realResponses, standardVectors } from '../vectors.ts';
import type { RegistrationCase } from './judges.ts';
import { trustAtTheOracle } from './judges.ts';
import { attestationMutations, mutations } from './mutations.ts';

type Base = SoftAuthenticatorOptions & {
  /** Only what concerns the attestation: the rest is the same for every format. */
  readonly isAttestationOnly?: boolean;
};

const bases: readonly Base[] = [
  { attestation: 'none', algorithms: [-7] },
  { attestation: 'packed-self', algorithms: [-8], flags: { backupEligible: true, backedUp: true } },
  { attestation: 'packed-certified', algorithms: [-257], flags: { userVerified: false } },
  { attestation: 'tpm', algorithms: [-7], isAttestationOnly: true },
  { attestation: 'android-key', algorithms: [-7], sendsRoot: true, isAttestationOnly: true },
  { attestation: 'android-safetynet', algorithms: [-7], attestationAlgorithm: -257, isAttestationOnly: true },
  { attestation: 'apple', algorithms: [-7], isAttestationOnly: true },
  { attestation: 'fido-u2f', algorithms: [-7], isAttestationOnly: true },
];

/** Every mutation of a good registration of every kind. The oracle knows only the present, and so does SafetyNet. */
export function generatedCases(): readonly RegistrationCase[] {
  return bases.flatMap(({ isAttestationOnly, ...base }) => {
    const authenticator = createSoftAuthenticator({ seed: 'differential', reuseKeys: true, ...base });
    trustAtTheOracle(authenticator.attestationRoot());
    const at = base.attestation === 'android-safetynet' ? Date.now() : now;
    const applied = isAttestationOnly ? attestationMutations : mutations;
    return applied.map(({ name, alter, response, asked }): RegistrationCase => {
      const { clientRequest, expectations } = startedRegistration({ legacyAttestation: true });
      const ceremony = { origin, now: at, ...(alter && { alter }) };
      const answer = authenticator.createCredential(clientRequest, ceremony);
      return {
        name: `${base.attestation}: ${name}`,
        asked: { ...expectations, ...asked },
        response: response ? response(answer) : answer,
        now: at,
      };
    });
  });
}

const lenient = {
  topOrigins: [],
  algorithms: [...algorithms.keys()],
  userVerification: 'discouraged',
  attestation: 'indirect',
  legacyAttestation: true,
  residentKey: 'discouraged',
} as const;

/** Every registration of both files of vectors. */
export function vectorCases(): readonly RegistrationCase[] {
  if (!hasVectors) return [];
  const { vectors, origin, rpId } = standardVectors();
  return [
    ...vectors.map(({ id, registrationChallenge: challenge, registrationResponseJSON: response }) => ({
      name: `W3C ${id}`,
      asked: { ...lenient, challenge, origins: [origin], rpId },
      response,
      now: Date.now(),
    })),
    ...realResponses().map(({ name, challenge, origin, rpId, response, verifyAt }) => ({
      name: `real ${name}`,
      asked: { ...lenient, challenge, origins: [origin], rpId },
      response,
      now: verifyAt ? Date.parse(verifyAt) : Date.now(),
    })),
  ];
}
