import type { Definition } from '@latchkey/engine';
import type { DefinitionProblem } from '../definition-problem.ts';
import type { ActivityManifest } from '../manifest.ts';
import type { DefinitionMeta } from '../read-definition.ts';

/** What a rule looks at. */
export type Drawing = {
  readonly definition: Definition;
  readonly meta: DefinitionMeta;
  readonly manifests: readonly ActivityManifest[];
};

/** One thing that must hold of a diagram; gives every place where it does not. */
export type Rule = (drawing: Drawing) => readonly DefinitionProblem[];
