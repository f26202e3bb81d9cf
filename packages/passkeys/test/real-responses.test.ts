import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { algorithms, verifyRegistration } from '../src/index.ts';
import { describeProblem } from './started-registration.ts';
import { hasVectors, type RealResponse, realResponses, roots } from './vectors.ts';

const responses = hasVectors ? realResponses() : [];
const anchors = (hasVectors ? roots() : []).map(({ name, pem }) => ({
  name,
  der: new Uint8Array(new X509Certificate(pem).raw),
}));

/** How the registration ends at the moment and with the anchor that the entry names. */
function endOf(entry: RealResponse): string {
  const trust = {
    now: entry.verifyAt ? Date.parse(entry.verifyAt) : Date.now(),
    anchors: anchors.filter(({ name }) => name === entry.anchor).map(({ der }) => der),
  };
  try {
    return verifyRegistration(
      {
        challenge: entry.challenge,
        origins: [entry.origin],
        topOrigins: [],
        rpId: entry.rpId,
        algorithms: [...algorithms.keys()],
        userVerification: 'discouraged',
        attestation: 'indirect',
        legacyAttestation: true,
        residentKey: 'discouraged',
      },
      entry.response,
      trust,
    ).attestationType;
  } catch (error) {
    return describeProblem(error);
  }
}

describe.skipIf(!hasVectors)('responses of real authenticators', () => {
  const valid = responses.filter((entry) => entry.expect === 'valid');

  test('there are 131 valid ones', () => {
    expect(valid).toHaveLength(131);
  });

  test.each(valid)('$name ($format) verifies', (entry) => {
    const isCertified = entry.attestationType !== 'none' && entry.attestationType !== 'self';
    expect(endOf(entry)).toBe(
      `${entry.attestationType}${isCertified && entry.anchor === null ? '-unanchored' : ''}`,
    );
  });

  test.each(responses.filter((entry) => entry.expect === 'invalid'))(
    '$name ($format) is refused',
    (entry) => {
      expect(endOf(entry)).toMatch(/^passkey\./);
    },
  );
});
