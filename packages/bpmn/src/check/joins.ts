import type { Definition, Node } from '@latchkey/engine';
import { nameOf } from './graph.ts';
import type { Rule } from './rule.ts';

/**
 * A parallel gateway that joins does not wait for flows of which only one can ever come: both branches of one exclusive
 * gateway, or an activity's ordinary end and the boundary event that interrupts it. Looks back along unbranched paths
 * only: it finds the obvious deadlocks, not all.
 */
export const joins: Rule = ({ definition }) =>
  Object.values(definition.nodes)
    .filter((node) => node.kind === 'parallel' && node.incoming.length > 1)
    .filter((join) => hasExclusivePair(join.incoming.map((flow) => traceBack(definition, flow))))
    .map((join) => ({
      element: join.id,
      rule: 'parallel-deadlock',
      problem: `${nameOf(join)} waits for flows of which only one can ever come.`,
      repair: 'Join them by an exclusive gateway.',
    }));

/** The choices on which a flow's token depends: what decided, and by which way it left. */
type Choices = ReadonlyMap<string, string>;

function hasExclusivePair(traces: readonly Choices[]): boolean {
  const ways = new Map<string, string>();
  for (const [at, way] of traces.flatMap((trace) => [...trace])) {
    if ((ways.get(at) ?? way) !== way) return true;
    ways.set(at, way);
  }
  return false;
}

function traceBack({ nodes, flows }: Definition, flow: string): Choices {
  const choices = new Map<string, string>();
  let at: string | undefined = flow;
  while (at !== undefined) {
    const source: Node | undefined = nodes[flows[at]?.source ?? ''];
    if (!source || choices.has(source.id)) break;
    if (source.kind === 'exclusive') choices.set(source.id, at);
    if (source.kind === 'task') choices.set(source.id, 'completed');
    if (source.kind === 'boundary' && source.interrupting) choices.set(source.attachedTo, source.id);
    at = source.incoming.length === 1 && source.outgoing.length === 1 ? source.incoming[0] : undefined;
  }
  return choices;
}
