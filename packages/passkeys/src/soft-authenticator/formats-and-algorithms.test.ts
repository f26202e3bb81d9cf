import { describe, expect, test } from 'vitest';
import { now, origin, startedRegistration } from '../../test/started-registration.ts';
import { algorithms, verifyAuthentication, verifyRegistration } from '../index.ts';
import { createSoftAuthenticator, type SoftAttestation } from './index.ts';

/** How much each attestation proves, and whether it vouches for the AAGUID. */
const proven: Readonly<Record<SoftAttestation, readonly [type: string, aaguidVerified: boolean]>> = {
  none: ['none', false],
  'packed-self': ['self', false],
  'packed-certified': ['basic', true],
  'packed-enterprise': ['basic', true],
  tpm: ['attca', true],
  'android-key': ['basic', false],
  'android-safetynet': ['basic', false],
  apple: ['anonca', true],
  'fido-u2f': ['basic', false],
  compound: ['basic', true],
};
const attestations = Object.keys(proven) as SoftAttestation[];

function registered(attestation: SoftAttestation, algorithm: number) {
  const started = startedRegistration({ algorithms: [algorithm], legacyAlgorithms: true });
  const asked = { ...started.expectations, attestation: 'enterprise', legacyAttestation: true } as const;
  const soft = createSoftAuthenticator({ seed: 'formats', attestation });
  const answer = soft.createCredential(started.clientRequest, { origin, now });
  const conveyance = attestation === 'none' || attestation === 'packed-self' ? 'indirect' : 'enterprise';
  const record = verifyRegistration({ ...asked, attestation: conveyance }, answer, {
    now,
    anchors: [soft.attestationRoot()],
  });
  return { soft, record, asked };
}

describe('the software authenticator', () => {
  test.each(attestations)('attests with %s', (attestation) => {
    const { record } = registered(attestation, -7);
    expect([record.attestationType, record.aaguidVerified]).toEqual(proven[attestation]);
  });

  test.each([...algorithms.keys()])('registers and signs in with a key of %i', (algorithm) => {
    const { soft, record, asked } = registered('packed-self', algorithm);
    const credential = { ...record, userHandle: new Uint8Array(16).fill(7), isUserKnown: true };
    const request = { challenge: asked.challenge ?? '', rpId: asked.rpId };
    const answer = soft.getAssertion(request, { origin });
    expect(record.algorithm).toBe(algorithm);
    expect(verifyAuthentication(asked, credential, answer).credentialId).toEqual(record.credentialId);
  });

  test.each([-35, -36, -47, -8, -53, -48, -49, -50])(
    'attests a key of %i where the format can',
    (algorithm) => {
      for (const attestation of ['packed-certified', 'android-key', 'apple', 'compound'] as const) {
        expect(registered(attestation, algorithm).record.algorithm).toBe(algorithm);
      }
    },
  );

  test.each<[SoftAttestation, number]>([
    ['fido-u2f', -35],
    ['fido-u2f', -257],
    ['tpm', -8],
    ['tpm', -47],
  ])('refuses as a browser where %s cannot attest a key of %i', (attestation, algorithm) => {
    expect(() => registered(attestation, algorithm)).toThrow(
      expect.objectContaining({ name: 'NotSupportedError' }),
    );
  });

  test('begins with the counter that it is told', () => {
    const { clientRequest, expectations } = startedRegistration();
    const answer = createSoftAuthenticator({ signCount: 41 }).createCredential(clientRequest, { origin });
    expect(verifyRegistration(expectations, answer, { now }).signCount).toBe(41);
  });
});
