import type { Definition, Node } from '@latchkey/engine';
import { graphOf, nameOf } from '../check/graph.ts';
import { knotsOf } from '../check/knots.ts';
import { manifestOf } from '../manifest.ts';
import type { LintRule, Subject } from './lint-rule.ts';

/** Every loop has a limit beside the person’s patience: a decision, a timer or a timeout that leads out of it. */
export const endlessLoops: LintRule = (subject) =>
  knotsOf(graphOf(subject.definition))
    .filter((knot) => !isLimited(new Set(knot), subject.definition))
    .map((knot) => {
      const node = spokesman(knot, subject);
      return {
        element: node.id,
        rule: 'loop-without-limit',
        problem: `The loop through ${nameOf(node)} can go round for ever.`,
        repair: 'Lead a timeout, a timer or a decision out of the loop.',
      };
    });

/** Where a limit would be attached: the first of its steps that waits. */
function spokesman(knot: readonly string[], { definition, manifests }: Subject): Node {
  const inKnot = new Set(knot);
  const nodes = Object.values(definition.nodes).filter(({ id }) => inKnot.has(id));
  const waiting = nodes.find((node) => node.kind === 'task' && manifestOf(manifests, node.activity)?.waits);
  return (waiting ?? nodes[0]) as Node;
}

function isLimited(knot: ReadonlySet<string>, definition: Definition): boolean {
  const { nodes, flows } = definition;
  const leavesKnot = (node: Node) => node.outgoing.some((id) => !knot.has(flows[id]?.target ?? ''));
  return Object.values(nodes).some((node) => {
    if (node.kind === 'boundary')
      return isTimeLimit(node) && guards(node.attachedTo, knot, definition) && leavesKnot(node);
    return knot.has(node.id) && leavesKnot(node) && node.outgoing.some((id) => isDecided(node, flows[id]));
  });
}

/** A way that a condition opens, or that is left when none does. */
const isDecided = (node: Node, flow: Definition['flows'][string] | undefined): boolean =>
  flow?.condition !== undefined || (flow !== undefined && node.defaultFlow === flow.id);

const isTimeLimit = ({ trigger }: Extract<Node, { kind: 'boundary' }>): boolean =>
  trigger.kind === 'timer' || /timed-out$/.test(trigger.errorCode ?? '');

/** Whether an element is in the knot, or a sub-process round it. */
const guards = (id: string, knot: ReadonlySet<string>, { nodes }: Definition): boolean =>
  knot.has(id) || [...knot].some((inner) => scopesOf(inner, nodes).includes(id));

function scopesOf(id: string, nodes: Definition['nodes']): readonly string[] {
  const scope = nodes[id]?.scope;
  return scope === undefined ? [] : [scope, ...scopesOf(scope, nodes)];
}
