import type { DefinitionProblem } from './definition-problem.ts';
import type { Reference } from './references.ts';

const named: Readonly<Record<Reference['kind'], string>> = {
  form: 'form',
  page: 'page',
  'relying-party': 'relying party',
  'registration-policy': 'registration policy',
  'identity-store': 'identity store',
};

/** What a diagram has wrong that names something that does not exist. */
export const missingReference = ({
  element,
  property,
  kind,
  name,
  version,
}: Reference): DefinitionProblem => ({
  element,
  property,
  rule: 'reference-missing',
  problem: `There is no ${isVersioned(kind) ? `deployed version ${version ?? 1} of the ${named[kind]}` : named[kind]} "${name}".`,
  repair: isVersioned(kind) ? 'Deploy it, or name another.' : 'Create it, or name another.',
});

const isVersioned = (kind: Reference['kind']) => kind === 'form' || kind === 'page';
