import type { Flow, Node } from '@latchkey/engine';
import { parseParameter } from '@latchkey/expressions';
import type { DefinitionProblem } from '../definition-problem.ts';
import { unreadable } from './check-value.ts';
import { nameOf } from './graph.ts';
import type { Rule } from './rule.ts';

/** Where a path divides by conditions, each flow has one that parses, and one flow is the default. */
export const conditions: Rule = ({ definition: { nodes, flows } }) => [
  ...Object.values(flows).flatMap(checkCondition),
  ...Object.values(nodes).flatMap((node) =>
    checkNode(
      node,
      node.outgoing.map((id) => flows[id]).filter((flow) => flow !== undefined),
    ),
  ),
];

function checkCondition({ id, condition }: Flow): readonly DefinitionProblem[] {
  if (condition === undefined) return [];
  try {
    if (parseParameter(condition).kind === 'expression') return [];
    return [
      {
        element: id,
        rule: 'expression-invalid',
        problem: 'The condition is not one whole ${…} expression.',
        repair: 'Write for example ${_decision == "PASS"}.',
        property: 'condition',
      },
    ];
  } catch (problem) {
    return [{ ...unreadable(problem), element: id, property: 'condition' }];
  }
}

const deciding: ReadonlySet<Node['kind']> = new Set(['exclusive', 'inclusive', 'task', 'sub-process']);

function checkNode(node: Node, outgoing: readonly Flow[]): readonly DefinitionProblem[] {
  if (!deciding.has(node.kind)) return checkUndecided(outgoing);
  const isGateway = node.kind === 'exclusive' || node.kind === 'inclusive';
  const decides = isGateway ? outgoing.length > 1 : outgoing.some(({ condition }) => condition);
  return [
    ...checkDefaultFlow(node, outgoing),
    ...(decides ? [...checkMissing(node, outgoing, isGateway), ...checkDefault(node, outgoing)] : []),
  ];
}

const checkUndecided = (outgoing: readonly Flow[]): readonly DefinitionProblem[] =>
  outgoing
    .filter(({ condition }) => condition !== undefined)
    .map(({ id }) => ({
      element: id,
      rule: 'condition-not-allowed',
      problem: 'The flow has a condition where nothing decides.',
      repair: 'Remove the condition, or put an exclusive gateway before it.',
      property: 'condition',
    }));

function checkMissing(
  node: Node,
  outgoing: readonly Flow[],
  isGateway: boolean,
): readonly DefinitionProblem[] {
  if (!isGateway) return [];
  return outgoing
    .filter(({ id, condition }) => condition === undefined && id !== node.defaultFlow)
    .map(({ id }) => ({
      element: id,
      rule: 'condition-missing',
      problem: `The flow out of ${nameOf(node)} has no condition and is not the default.`,
      repair: 'Give it a condition, or make it the default flow.',
      property: 'condition',
    }));
}

function checkDefault(node: Node, outgoing: readonly Flow[]): readonly DefinitionProblem[] {
  const hasWayOut =
    node.defaultFlow !== undefined || outgoing.some(({ condition }) => condition === undefined);
  if (hasWayOut) return [];
  return [
    {
      element: node.id,
      rule: 'default-missing',
      problem: `When no condition holds, ${nameOf(node)} leads nowhere.`,
      repair: 'Make one flow the default flow.',
      property: 'default',
    },
  ];
}

function checkDefaultFlow(node: Node, outgoing: readonly Flow[]): readonly DefinitionProblem[] {
  if (node.defaultFlow === undefined) return [];
  const flow = outgoing.find(({ id }) => id === node.defaultFlow);
  if (flow && flow.condition === undefined) return [];
  return [
    {
      element: node.id,
      rule: flow ? 'condition-on-default' : 'default-unknown',
      problem: flow
        ? `The default flow of ${nameOf(node)} has a condition.`
        : `The default flow of ${nameOf(node)} does not leave it.`,
      repair: flow ? 'Remove the condition.' : 'Choose one of its outgoing flows.',
      property: 'default',
    },
  ];
}
