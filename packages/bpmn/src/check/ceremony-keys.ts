import type { Definition, Task } from '@latchkey/engine';
import { parseParameter } from '@latchkey/expressions';
import type { DefinitionProblem } from '../definition-problem.ts';
import { type ActivityManifest, manifestOf } from '../manifest.ts';
import { type Graph, graphOf, nameOf, reachFrom } from './graph.ts';
import type { Rule } from './rule.ts';

/** The families of activities that refer to one another by a key: what starts a ceremony and the name of its key. */
const families = [
  { starter: 'startPasskeyRegistration', property: 'passkeyRegistrationKey' },
  { starter: 'startPasskeyAuthentication', property: 'passkeyAuthenticationKey' },
] as const;

/** Whoever refers to a passkey ceremony by its key comes after the activity that starts it under that key. */
export const ceremonyKeys: Rule = ({ definition, manifests }) => {
  const graph = withLevelsJoined(definition);
  const tasks = Object.values(definition.nodes).filter((node) => node.kind === 'task');
  return families.flatMap(({ starter, property }) => {
    const keyIn = (task: Task) => keyOf(task, property, manifests);
    const starters = Map.groupBy(
      tasks.filter(({ activity }) => activity.type === starter),
      keyIn,
    );
    const behind = new Map([...starters].map(([key, starts]) => [key, behindAll(graph, starts)]));
    return tasks
      .filter(({ activity }) => activity.type !== starter)
      .filter((task) => typeof keyIn(task) === 'string')
      .filter(({ id }) => !behind.get(unknown)?.has(id))
      .filter((task) => !behind.get(keyIn(task))?.has(task.id))
      .map((task) => notStarted(task, String(keyIn(task)), property));
  });
};

const behindAll = (graph: Graph, starts: readonly Task[]) =>
  reachFrom(
    graph,
    starts.map(({ id }) => id),
  );

const notStarted = (task: Task, key: string, property: string): DefinitionProblem => ({
  element: task.id,
  rule: 'ceremony-not-started',
  problem: `${nameOf(task)} refers to the key "${key}", under which nothing was started before.`,
  repair: 'Use the key of the activity that starts it, or put that activity before this one.',
  property,
});

/** A key that only an expression knows. */
const unknown = Symbol('unknown key');

function keyOf(
  { activity }: Task,
  property: string,
  manifests: readonly ActivityManifest[],
): string | symbol | undefined {
  const schema = manifestOf(manifests, activity)?.parameters.properties[property];
  const text = activity.parameters[property] ?? schema?.default;
  if (!schema || typeof text !== 'string') return undefined;
  return isLiteral(text) ? text : unknown;
}

function isLiteral(text: string): boolean {
  try {
    return parseParameter(text).kind === 'literal';
  } catch {
    return false;
  }
}

/** The graph in which a token may also step into and out of sub-processes anywhere: enough to know what comes before. */
function withLevelsJoined(definition: Definition): Graph {
  const graph = new Map([...graphOf(definition)].map(([id, next]) => [id, [...next]]));
  for (const { id, scope } of Object.values(definition.nodes)) {
    if (scope === undefined) continue;
    graph.get(scope)?.push(id);
    graph.get(id)?.push(scope);
  }
  return graph;
}
