import type { Definition, Task } from '@latchkey/engine';
import { parseParameter } from '@latchkey/expressions';
import type { DefinitionProblem } from '../definition-problem.ts';
import { type ActivityManifest, manifestOf } from '../manifest.ts';
import type { Settings } from './settings.ts';

/** What a warning is judged by. */
export type Subject = {
  readonly definition: Definition;
  readonly manifests: readonly ActivityManifest[];
  readonly settings: Settings;
};

/** One thing that is worth a second look although the diagram can run; gives every place. */
export type LintRule = (subject: Subject) => readonly DefinitionProblem[];

export const tasksOf = ({ nodes }: Definition): readonly Task[] =>
  Object.values(nodes).filter((node) => node.kind === 'task');

/** The literal that a parameter has, drawn or by default; undefined where only an expression knows it. */
export function literalOf(
  { activity }: Task,
  name: string,
  manifests: readonly ActivityManifest[],
): string | undefined {
  const standard = manifestOf(manifests, activity)?.parameters.properties[name]?.default;
  const text = activity.parameters[name] ?? (standard === undefined ? undefined : String(standard));
  if (typeof text !== 'string') return undefined;
  const wrapped = /^\s*\$\{\s*(true|false|\d+)\s*\}\s*$/.exec(text)?.[1];
  if (wrapped !== undefined) return wrapped;
  try {
    return parseParameter(text).kind === 'literal' ? text.trim() : undefined;
  } catch {
    return undefined;
  }
}
