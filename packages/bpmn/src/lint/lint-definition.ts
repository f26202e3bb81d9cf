import type { Definition } from '@latchkey/engine';
import type { DefinitionProblem } from '../definition-problem.ts';
import type { ActivityManifest } from '../manifest.ts';
import { endlessLoops } from './endless-loops.ts';
import type { LintRule } from './lint-rule.ts';
import { namedForms } from './named-forms.ts';
import { passkeyFallback } from './passkey-fallback.ts';
import { passkeyTimeouts } from './passkey-timeouts.ts';
import { policyProof } from './policy-proof.ts';
import { relatedOrigins } from './related-origins.ts';
import { noSettings, type Settings } from './settings.ts';
import { silentBoundaries } from './silent-boundaries.ts';
import { unknownData } from './unknown-data.ts';
import { unprovenUsers } from './unproven-users.ts';
import { weakAlgorithms } from './weak-algorithms.ts';

const rules: readonly LintRule[] = [
  namedForms,
  unknownData,
  passkeyFallback,
  passkeyTimeouts,
  unprovenUsers,
  policyProof,
  relatedOrigins,
  weakAlgorithms,
  silentBoundaries,
  endlessLoops,
];

/** What is worth a second look before people meet the process; keeps nothing from being deployed. */
export const lintDefinition = (
  definition: Definition,
  manifests: readonly ActivityManifest[],
  settings: Settings = noSettings,
): readonly DefinitionProblem[] => rules.flatMap((rule) => rule({ definition, manifests, settings }));
