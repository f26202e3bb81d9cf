import type { Definition, ParameterText } from '@latchkey/engine';
import { expressionPaths } from '@latchkey/expressions';
import { graphOf, reverse } from '../check/graph.ts';
import type { DefinitionProblem } from '../definition-problem.ts';
import { manifestOf } from '../manifest.ts';
import { type LintRule, literalOf, type Subject, tasksOf } from './lint-rule.ts';

/** A text with expressions, and where it stands. */
type Reading = {
  readonly element: string;
  readonly property: string;
  readonly text: ParameterText;
  /** The nodes after which it is read. */
  readonly after: readonly string[];
};

/** Steps of a path; `undefined` is a key that only running tells. */
type Steps = readonly (string | undefined)[];

/**
 * What an expression reads of users, forms, pages and passkeys is kept by a step before it, under the key that it reads.
 * Only as far as the key: below it stand more data than the manifests name.
 */
export const unknownData: LintRule = (subject) =>
  readingsOf(subject.definition).flatMap((reading) => {
    const kept = keptBefore(subject, reading.after);
    const path = pathsOf(reading.text).find((one) => isMissing(stepsOf(one), kept, subject));
    return path === undefined ? [] : [unknown(reading, path)];
  });

const unknown = ({ element, property }: Reading, path: string): DefinitionProblem => ({
  element,
  rule: 'data-not-known',
  problem: `No step before it keeps "${path}": whoever reaches it meets a failure.`,
  repair: 'Choose a path of what is known here, or compare the key with the one of the step that keeps it.',
  property,
});

function readingsOf({ nodes, flows }: Definition): readonly Reading[] {
  const backwards = reverse(graphOf({ nodes, flows }));
  const parameters = tasksOf({ nodes, flows }).flatMap((task) =>
    Object.entries(task.activity.parameters).map(([property, text]) => {
      const around = task.scope === undefined ? [] : [task.scope];
      return { element: task.id, property, text, after: [...(backwards.get(task.id) ?? []), ...around] };
    }),
  );
  const conditions = Object.values(flows).flatMap(({ id, source, condition }) =>
    condition === undefined ? [] : [{ element: id, property: 'condition', text: condition, after: [source] }],
  );
  return [...parameters, ...conditions];
}

/** What the steps keep that may have been passed; a sub-process counts with all that is in it. */
function keptBefore({ definition, manifests }: Subject, after: readonly string[]): readonly Steps[] {
  const backwards = reverse(graphOf(definition));
  const passed = new Set(after);
  for (const id of passed) {
    const scope = definition.nodes[id]?.scope;
    const inner = Object.values(definition.nodes).filter((node) => node.scope === id);
    for (const next of [...(backwards.get(id) ?? []), ...inner.map((node) => node.id)]) passed.add(next);
    if (scope !== undefined) passed.add(scope);
  }
  return tasksOf(definition)
    .filter(({ id }) => passed.has(id))
    .flatMap((task) =>
      keyedPaths(manifestOf(manifests, task.activity)?.outputs).map((steps) =>
        steps.map((step) => (isKey(step) ? literalOf(task, step.slice(1, -1), manifests) : step)),
      ),
    );
}

/** Whether steps keep such data at all, and none of those before keeps this. */
function isMissing(path: Steps, kept: readonly Steps[], { manifests }: Subject): boolean {
  const all = manifests.flatMap(({ outputs }) => keyedPaths(outputs));
  const isKept = all.some((steps) =>
    agree(
      path,
      steps.map((step) => (isKey(step) ? undefined : step)),
    ),
  );
  return isKept && !kept.some((steps) => agree(path, steps));
}

/** Whether a path leads to this, or further. */
const agree = (path: Steps, steps: Steps): boolean =>
  path.length >= steps.length && steps.every((step, place) => step === undefined || step === path[place]);

/** The paths of outputs as far as their key. */
const keyedPaths = (outputs: readonly { readonly path: string }[] = []): readonly (readonly string[])[] =>
  outputs
    .map(({ path }) => path.split('.'))
    .filter((steps) => steps.some(isKey))
    .map((steps) => steps.slice(0, steps.findIndex(isKey) + 1));

const isKey = (step: string): boolean => step.startsWith('{');

function pathsOf(text: ParameterText): readonly string[] {
  try {
    return (typeof text === 'string' ? [text] : Object.values(text)).flatMap(expressionPaths);
  } catch {
    return [];
  }
}

/** `_forms["a b"].x` as its steps. */
const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, place, plain]) =>
      (quoted === undefined ? undefined : JSON.parse(`"${quoted}"`)) ?? place ?? plain,
  );
