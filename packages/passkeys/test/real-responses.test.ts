import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { attestationFormats } from '../src/attestation/attestation-formats.ts';
import { algorithms, verifyRegistration } from '../src/index.ts';
import { describeProblem } from './started-registration.ts';
import { describeVectors, hasVectors, type RealResponse, realResponses, roots } from './vectors.ts';

const responses = hasVectors ? realResponses() : [];
const anchors = new Map(
  (hasVectors ? roots() : []).map(({ name, pem }) => [name, new Uint8Array(new X509Certificate(pem).raw)]),
);
const isCovered = ({ format }: RealResponse): boolean => format === null || attestationFormats.has(format);

/** How the registration ends at the moment and with the anchor that the entry names. */
function endOf(entry: RealResponse): string {
  const anchor = anchors.get(entry.anchor ?? '');
  const trust = {
    now: entry.verifyAt ? Date.parse(entry.verifyAt) : Date.now(),
    anchors: anchor ? [anchor] : [],
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
        residentKey: 'discouraged',
      },
      entry.response,
      trust,
    ).attestationType;
  } catch (error) {
    return describeProblem(error);
  }
}

describeVectors('responses of real authenticators', () => {
  const valid = responses.filter((entry) => entry.expect === 'valid' && isCovered(entry));

  test.each(valid)('$name ($format) verifies', (entry) => {
    const expected = { none: 'none', packed: entry.anchor ? 'basic' : 'basic-unanchored' }[
      entry.format ?? ''
    ];
    expect(endOf(entry)).toBe(entry.attestationType === 'self' ? 'self' : expected);
  });

  test.each(responses.filter((entry) => entry.expect === 'invalid'))(
    '$name ($format) is refused',
    (entry) => {
      expect(endOf(entry)).toMatch(/^passkey\./);
    },
  );

  test('each one of another format is refused for its format', () => {
    const others = responses.filter((entry) => entry.expect === 'valid' && !isCovered(entry));
    console.log(`${others.length} responses wait for their formats, ${valid.length} verify.`);
    expect(new Set(others.map(endOf))).toEqual(
      new Set(['passkey.attestation-format-unsupported at 7.1 step 21']),
    );
  });
});
