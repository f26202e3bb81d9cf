import type { Definition } from '@latchkey/engine';
import { activities } from './check/activities.ts';
import { boundaryEvents } from './check/boundary-events.ts';
import { ceremonyKeys } from './check/ceremony-keys.ts';
import { conditions } from './check/conditions.ts';
import { joins } from './check/joins.ts';
import { loops } from './check/loops.ts';
import { canEnd, reachable } from './check/reachability.ts';
import type { Rule } from './check/rule.ts';
import { flowDirections, startsAndEnds } from './check/starts-and-ends.ts';
import { timers } from './check/timers.ts';
import type { DefinitionProblem } from './definition-problem.ts';
import type { ActivityManifest } from './manifest.ts';
import type { DefinitionMeta } from './read-definition.ts';

const rules: readonly Rule[] = [
  startsAndEnds,
  flowDirections,
  reachable,
  canEnd,
  boundaryEvents,
  activities,
  conditions,
  timers,
  joins,
  loops,
  ceremonyKeys,
];

/** Everything that keeps a definition from running, in the order of the rules; empty when it is sound. */
export function checkDefinition(
  definition: Definition,
  meta: DefinitionMeta,
  manifests: readonly ActivityManifest[],
): readonly DefinitionProblem[] {
  return rules.flatMap((rule) => rule({ definition, meta, manifests }));
}
