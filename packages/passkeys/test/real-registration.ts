import { X509Certificate } from 'node:crypto';
import { algorithms, type RegistrationExpectations } from '../src/index.ts';
import type { AttestationTrust } from '../src/registration/attestation-trust.ts';
import { hasVectors, type RealResponse, roots } from './vectors.ts';

const anchors = (hasVectors ? roots() : []).map(({ name, pem }) => ({
  name,
  der: new Uint8Array(new X509Certificate(pem).raw),
}));

/** What a relying party that takes everything asks. */
export const askedOf = ({ challenge, origin, rpId }: RealResponse): RegistrationExpectations => ({
  challenge,
  origins: [origin],
  topOrigins: [],
  rpId,
  algorithms: [...algorithms.keys()],
  userVerification: 'discouraged',
  attestation: 'indirect',
  legacyAttestation: true,
  residentKey: 'discouraged',
});

/** The moment and the anchors that an entry names. */
export const trustOf = ({ verifyAt, anchor }: RealResponse): AttestationTrust => ({
  now: verifyAt ? Date.parse(verifyAt) : Date.now(),
  anchors: anchors.filter(({ name }) => name === anchor).map(({ der }) => der),
});
