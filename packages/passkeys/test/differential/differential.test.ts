import { describe, expect, test } from 'vitest';
import { hasVectors } from '../vectors.ts';
import { generatedAuthentications, vectorAuthentications } from './authentication-cases.ts';
import { classOf, type Disagreement, disagreements } from './disagreements.ts';
import {
  ourAuthenticationVerdict,
  ourRegistrationVerdict,
  theirAuthenticationVerdict,
  theirRegistrationVerdict,
  type Verdict,
} from './judges.ts';
import { generatedCases, vectorCases } from './registration-cases.ts';

const generated = generatedCases();
const seen = new Set<Disagreement>();

/** The cases in which the verdicts differ without a listed reason. */
async function unlisted<Case extends { readonly name: string }>(
  cases: readonly Case[],
  ours: (one: Case) => Verdict,
  theirs: (one: Case) => Promise<Verdict>,
): Promise<readonly string[]> {
  const found: string[] = [];
  let agreed = 0;
  for (const one of cases) {
    const [our, their] = [ours(one), await theirs(one)];
    const listed = classOf(our, their);
    if (our.isVerified === their.isVerified) agreed++;
    else if (listed) seen.add(listed);
    else found.push(`${one.name}: ${our.code} ${our.detail} | oracle: ${their.code} ${their.detail}`);
  }
  console.log(`${cases.length} cases, ${agreed} with the same verdict.`);
  return found;
}

describe('against another implementation', () => {
  test('both verify what the software authenticator makes of every format', async () => {
    for (const one of generated.filter(({ name }) => name.endsWith(': nothing'))) {
      expect([one.name, ourRegistrationVerdict(one).code]).toEqual([one.name, 'verified']);
      expect([one.name, (await theirRegistrationVerdict(one)).detail]).toEqual([one.name, '']);
    }
  });

  test('every registration that differs has a listed reason', async () => {
    const cases = [...vectorCases(), ...generated];
    expect(cases.length).toBeGreaterThanOrEqual(1000);
    expect(await unlisted(cases, ourRegistrationVerdict, theirRegistrationVerdict)).toEqual([]);
  }, 60_000);

  test('every authentication that differs has a listed reason', async () => {
    const cases = [...vectorAuthentications(), ...generatedAuthentications()];
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(await unlisted(cases, ourAuthenticationVerdict, theirAuthenticationVerdict)).toEqual([]);
  }, 60_000);

  test('every listed reason has a case', () => {
    const stale = disagreements.filter((one) => !seen.has(one) && (hasVectors || !one.isOnlyInVectors));
    expect(stale.map(({ reason }) => reason)).toEqual([]);
  });
});
