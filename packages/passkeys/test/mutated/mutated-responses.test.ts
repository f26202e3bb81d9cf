import { expect, test } from 'vitest';
import { verifyRegistration } from '../../src/index.ts';
import { describeProblem } from '../started-registration.ts';
import { describeVectors, hasVectors, realResponses } from '../vectors.ts';
import { authenticatorDataMutations } from './authenticator-data.ts';
import { certificateMutations } from './certificates.ts';
import { clientDataMutations } from './client-data.ts';
import { encodingMutations } from './encodings.ts';
import { type Parts, partsOf, type RealMutation, responseOf } from './parts.ts';
import { statementMutations } from './statements.ts';

const originals = (hasVectors ? realResponses() : [])
  .filter(({ expect: end }) => end === 'valid')
  .map(partsOf);
const mutations: readonly RealMutation[] = [
  ...clientDataMutations,
  ...authenticatorDataMutations,
  ...statementMutations,
  ...certificateMutations,
  ...encodingMutations,
];
let cases = 0;

function endOf(parts: Parts): string {
  cases++;
  try {
    return verifyRegistration(parts.asked, responseOf(parts), parts.trust).attestationType;
  } catch (error) {
    return describeProblem(error);
  }
}

describeVectors('responses of real authenticators, with one thing different', () => {
  test.each(mutations)('$name', ({ change, ends }) => {
    const surprises = originals.flatMap((original) => {
      const mutated = change(original);
      if (!mutated) return [];
      const end = endOf(mutated);
      return ends(original).test(end) ? [] : [`${original.entry.name} (${original.format}): ${end}`];
    });
    expect(surprises).toEqual([]);
  });

  test('are more than ten thousand', () => {
    console.log(`${cases} mutated responses of ${originals.length} real ones.`);
    expect(cases).toBeGreaterThan(10_000);
  });
});
