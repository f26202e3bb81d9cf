import { expect, test } from 'vitest';
import {
  algorithms,
  type RegistrationExpectations,
  verifyAuthentication,
  verifyRegistration,
} from '../src/index.ts';
import { describeProblem, now } from './started-registration.ts';
import { credentialOf } from './vector-credential.ts';
import { describeVectors, hasVectors, standardVectors } from './vectors.ts';

const file = hasVectors
  ? standardVectors()
  : { rpId: '', origin: '', topOrigin: '', attestation_ca: { attestation_ca_cert: '' }, vectors: [] };
const { rpId, origin, topOrigin, vectors } = file;
const anchors = [new Uint8Array(Buffer.from(file.attestation_ca.attestation_ca_cert, 'hex'))];
const formatOf = (id: string): string => id.replace(/-(self-)?(es|rs|ed).*$/, '');

const asked = (challenge: string): RegistrationExpectations => ({
  challenge,
  origins: [origin],
  topOrigins: [topOrigin],
  rpId,
  algorithms: [...algorithms.keys()],
  userVerification: 'discouraged',
  attestation: 'indirect',
  residentKey: 'discouraged',
});

describeVectors('the test vectors of WebAuthn L3', () => {
  test.each(vectors)('$id: the registration verifies, and the assertion with its key', (vector) => {
    const registration = verifyRegistration(
      asked(vector.registrationChallenge),
      vector.registrationResponseJSON,
      { now, anchors },
    );
    expect(registration).toMatchObject({
      attestationFormat: formatOf(vector.id),
      attestationType: typeOf(vector.id),
      aaguidVerified: !/^(none|packed-self|fido-u2f|tpm|android-key)/.test(vector.id),
    });
    const credential = { ...registration, userHandle: new Uint8Array(), isUserKnown: true };
    const expectations = asked(vector.authenticationChallenge);
    expect(
      verifyAuthentication(expectations, credential, vector.authenticationResponseJSON).credentialId,
    ).toEqual(registration.credentialId);
  });

  test.each(vectors)(
    '$id: the assertion verifies with the registered key, whatever the attestation',
    (vector) => {
      const credential = credentialOf(vector.registrationResponseJSON);
      const verified = verifyAuthentication(
        asked(vector.authenticationChallenge),
        credential,
        vector.authenticationResponseJSON,
      );
      expect(verified.credentialId).toEqual(credential.credentialId);
    },
  );

  test('there are 15', () => {
    expect(vectors).toHaveLength(15);
  });

  test('the vectors in a frame are refused where no page may frame the ceremony', () => {
    const framed = vectors.filter(({ id }) => /Origin$/.test(id));
    const ends = framed.map(({ registrationChallenge, registrationResponseJSON }) => {
      try {
        return verifyRegistration(
          { ...asked(registrationChallenge), topOrigins: [] },
          registrationResponseJSON,
        );
      } catch (error) {
        return describeProblem(error);
      }
    });
    expect(ends).toEqual(Array(2).fill('passkey.cross-origin-not-allowed at 7.1 step 10'));
  });
});

/** How much each format proves with its anchor. */
const types: Readonly<Record<string, string>> = {
  none: 'none',
  packed: 'basic',
  tpm: 'attca',
  'android-key': 'basic',
  apple: 'anonca',
  'fido-u2f': 'basic',
};

const typeOf = (id: string): string | undefined =>
  id.startsWith('packed-self') ? 'self' : types[formatOf(id)];
