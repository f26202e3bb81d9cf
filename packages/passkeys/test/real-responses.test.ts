import { expect, test } from 'vitest';
import { verifyRegistration } from '../src/index.ts';
import { askedOf, trustOf } from './real-registration.ts';
import { describeProblem } from './started-registration.ts';
import { describeVectors, hasVectors, type RealResponse, realResponses } from './vectors.ts';

const responses = hasVectors ? realResponses() : [];

/** How the registration ends at the moment and with the anchor that the entry names. */
function endOf(entry: RealResponse): string {
  try {
    return verifyRegistration(askedOf(entry), entry.response, trustOf(entry)).attestationType;
  } catch (error) {
    return describeProblem(error);
  }
}

describeVectors('responses of real authenticators', () => {
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
