import { algorithms } from '../../src/index.ts';
import {
  createSoftAuthenticator,
  type SoftAuthenticatorOptions,
} from '../../src/soft-authenticator/index.ts';
import { now, origin, startedRegistration } from '../started-registration.ts';
import { hasVectors, realResponses, standardVectors } from '../vectors.ts';
import type { RegistrationCase } from './judges.ts';
import { mutations } from './mutations.ts';

const bases: readonly SoftAuthenticatorOptions[] = [
  { attestation: 'none', algorithms: [-7] },
  { attestation: 'packed-self', algorithms: [-8], flags: { backupEligible: true, backedUp: true } },
  { attestation: 'packed-certified', algorithms: [-257], flags: { userVerified: false } },
];

/** Every mutation of a good registration of every kind. */
export function generatedCases(): readonly RegistrationCase[] {
  return bases.flatMap((base) => {
    const authenticator = createSoftAuthenticator({ seed: 'differential', reuseKeys: true, ...base });
    return mutations.map(({ name, alter, response, asked }): RegistrationCase => {
      const { clientRequest, expectations } = startedRegistration();
      const answer = authenticator.createCredential(clientRequest, { origin, ...(alter && { alter }) });
      return {
        name: `${base.attestation}: ${name}`,
        asked: { ...expectations, ...asked },
        response: response ? response(answer) : answer,
        now,
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
