import type { Node } from '@latchkey/engine';
import { manifestOf } from '../manifest.ts';
import { type Graph, graphOf, nameOf } from './graph.ts';
import { knotsOf } from './knots.ts';
import type { Drawing, Rule } from './rule.ts';

/** Every loop passes an activity that waits for a person, or a timer: otherwise it would spin. */
export const loops: Rule = (drawing) => {
  const knots = knotsOf(withoutWaiting(drawing));
  const knotOf = new Map(knots.flatMap((knot) => knot.map((id) => [id, knot] as const)));
  const reported = new Set<readonly string[]>();
  return Object.values(drawing.definition.nodes).flatMap((node) => {
    const knot = knotOf.get(node.id);
    if (!knot || reported.has(knot)) return [];
    reported.add(knot);
    return [spinning(node)];
  });
};

const spinning = (node: Node) => ({
  element: node.id,
  rule: 'loop-without-waiting',
  problem: `The loop through ${nameOf(node)} never waits: it would run without end.`,
  repair: 'Put an activity that waits for a person, or a timer, into the loop.',
});

/** The graph without the nodes at which a token rests and without the ways that only a timer opens. */
function withoutWaiting({ definition, manifests }: Drawing): Graph {
  const inScope = Map.groupBy(Object.values(definition.nodes), ({ scope }) => scope);
  const waits = (node: Node | undefined): boolean => {
    if (node?.kind === 'task') return manifestOf(manifests, node.activity)?.waits ?? false;
    if (node?.kind === 'sub-process') return inScope.get(node.id)?.some(waits) ?? false;
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
