import type { ParameterText, Task } from '@latchkey/engine';
import type { DefinitionProblem } from '../definition-problem.ts';
import { type ActivityManifest, manifestOf } from '../manifest.ts';
import { checkValue } from './check-value.ts';
import { nameOf } from './graph.ts';
import type { Rule } from './rule.ts';

/** Every task uses an activity that exists, with parameters that it knows, needs and can read. */
export const activities: Rule = ({ definition, manifests }) =>
  Object.values(definition.nodes)
    .filter((node) => node.kind === 'task')
    .flatMap((task) => {
      const manifest = manifestOf(manifests, task.activity);
      return manifest
        ? [...checkMissing(task, manifest), ...checkGiven(task, manifest)]
        : [unknown(task, manifests)];
    });

function unknown(task: Task, manifests: readonly ActivityManifest[]): DefinitionProblem {
  const { type, version } = task.activity;
  const versions = manifests.filter(({ id }) => id === type).map((manifest) => manifest.version);
  return {
    element: task.id,
    rule: 'unknown-activity',
    problem:
      type === ''
        ? `The task ${nameOf(task)} names no activity.`
        : `There is no activity "${type}" in version ${version}.`,
    repair:
      versions.length > 0
        ? `Use version ${versions.join(' or ')}.`
        : 'Choose an activity for it, or give it the label of one.',
  };
}

function checkMissing(task: Task, { parameters }: ActivityManifest): readonly DefinitionProblem[] {
  return (parameters.required ?? [])
    .filter((id) => !Object.hasOwn(task.activity.parameters, id))
    .filter((id) => parameters.properties[id]?.default === undefined)
    .map((id) => ({
      element: task.id,
      rule: 'missing-parameter',
      problem: `${nameOf(task)} needs ${titleOf(id, parameters.properties[id])}.`,
      repair: 'Give it a value.',
      property: id,
    }));
}

function checkGiven(task: Task, { parameters }: ActivityManifest): readonly DefinitionProblem[] {
  return Object.entries(task.activity.parameters).flatMap(([id, text]) => {
    const schema = Object.hasOwn(parameters.properties, id) ? parameters.properties[id] : undefined;
    if (!schema) return [unknownParameter(task, id, Object.keys(parameters.properties))];
    const fault = checkParameter(text, schema);
    return fault ? [{ ...fault, element: task.id, property: id }] : [];
  });
}

function checkParameter(text: ParameterText, schema: Parameters<typeof checkValue>[1]) {
  if (typeof text === 'string') return checkValue(text, schema);
  if (schema.type !== 'object' && schema.type !== undefined)
    return {
      rule: 'wrong-type',
      problem: `It is a map, but must be of type ${schema.type}.`,
      repair: 'Write a text or one ${…} expression.',
    };
  if (Object.hasOwn(text, '__proto__'))
    return {
      rule: 'wrong-value',
      problem: 'The key "__proto__" is reserved.',
      repair: 'Choose another key.',
    };
  return Object.values(text)
    .map((entry) => checkValue(entry, {}))
    .find((fault) => fault !== undefined);
}

const unknownParameter = (task: Task, id: string, known: readonly string[]): DefinitionProblem => ({
  element: task.id,
  rule: 'unknown-parameter',
  problem: `${nameOf(task)} has no parameter "${id}".`,
  repair: known.length > 0 ? `It has ${known.join(', ')}.` : 'It has none: remove it.',
  property: id,
});

const titleOf = (id: string, schema?: { readonly title?: string }) =>
  schema?.title ? `"${schema.title}" (${id})` : `"${id}"`;
