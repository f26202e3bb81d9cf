import type { Definition, Node } from '@latchkey/engine';
import { manifestOf } from '../manifest.ts';
import { type Graph, graphOf, nameOf, reachFrom, reverse } from './graph.ts';
import type { Drawing, Rule } from './rule.ts';

/** Every loop passes an activity that waits for a person, or a timer: otherwise it would spin. */
export const loops: Rule = (drawing) => {
  const graph = withoutWaiting(drawing);
  const backwards = reverse(graph);
  const seen = new Set<string>();
  return Object.values(drawing.definition.nodes).flatMap((node) => {
    const loop = seen.has(node.id) ? [] : loopThrough(node.id, graph, backwards);
    for (const id of loop) seen.add(id);
    return loop.length === 0 ? [] : [spinning(node)];
  });
};

const spinning = (node: Node) => ({
  element: node.id,
  rule: 'loop-without-waiting',
  problem: `The loop through ${nameOf(node)} never waits: it would run without end.`,
  repair: 'Put an activity that waits for a person, or a timer, into the loop.',
});

/** Every node on a loop with this one; none when it lies on no loop. */
function loopThrough(id: string, graph: Graph, backwards: Graph): readonly string[] {
  const before = backwards.get(id) ?? [];
  if (before.length === 0) return [];
  const after = reachFrom(graph, graph.get(id) ?? []);
  return after.has(id) ? [...reachFrom(backwards, before)].filter((other) => after.has(other)) : [];
}

/** The graph without the nodes at which a token rests and without the ways that only a timer opens. */
function withoutWaiting({ definition, manifests }: Drawing): Graph {
  const waits = (node: Node | undefined): boolean => {
    if (node?.kind === 'task') return manifestOf(manifests, node.activity)?.waits ?? false;
    if (node?.kind === 'sub-process') return innerOf(definition, node.id).some(waits);
    return node?.kind === 'timer-catch' || (node?.kind === 'boundary' && node.trigger.kind === 'timer');
  };
  const resting = new Set(
    Object.values(definition.nodes)
      .filter(waits)
      .map(({ id }) => id),
  );
  return new Map(
    [...graphOf(definition)]
      .filter(([id]) => !resting.has(id))
      .map(([id, targets]) => [id, targets.filter((target) => !resting.has(target))]),
  );
}

const innerOf = ({ nodes }: Definition, scope: string) =>
  Object.values(nodes).filter((node) => node.scope === scope);
