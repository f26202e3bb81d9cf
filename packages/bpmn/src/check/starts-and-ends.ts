import type { DefinitionProblem } from '../definition-problem.ts';
import { levelsOf, nameOf } from './graph.ts';
import type { Rule } from './rule.ts';

/** The process and every sub-process begin at exactly one start event and have an end event. */
export const startsAndEnds: Rule = ({ definition, meta }) =>
  levelsOf(definition).flatMap(({ scope, nodes }) => {
    const element = scope ?? meta.processId;
    const where = scope ? 'sub-process' : 'process';
    const [start, ...more] = nodes.filter(({ kind }) => kind === 'start');
    const problems: DefinitionProblem[] = more.map(({ id }) => ({
      element: id,
      rule: 'several-starts',
      problem: `The ${where} has more than one start event.`,
      repair: 'Keep one and remove this one.',
    }));
    if (!start)
      problems.push({
        element,
        rule: 'no-start',
        problem: `The ${where} has no start event.`,
        repair: 'Add one.',
      });
    if (!nodes.some(({ kind }) => kind === 'end'))
      problems.push({
        element,
        rule: 'no-end',
        problem: `The ${where} has no end event.`,
        repair: 'Add one.',
      });
    return problems;
  });

/** Nothing leads into a start or boundary event or out of an end event; flows stay on their level. */
export const flowDirections: Rule = ({ definition: { nodes, flows } }) => [
  ...Object.values(nodes)
    .filter(({ kind, incoming }) => (kind === 'start' || kind === 'boundary') && incoming.length > 0)
    .map((node) => ({
      element: node.id,
      rule: 'flow-into-start',
      problem: `A flow leads into ${nameOf(node)}, where a path begins.`,
      repair: 'Let the flow lead to the element behind it.',
    })),
  ...Object.values(nodes)
    .filter(({ kind, outgoing }) => kind === 'end' && outgoing.length > 0)
    .map((node) => ({
      element: node.id,
      rule: 'flow-out-of-end',
      problem: `A flow leads out of ${nameOf(node)}, where a path ends.`,
      repair: 'Remove the flow or the end event.',
    })),
  ...Object.values(flows)
    .filter(({ source, target }) => nodes[source]?.scope !== nodes[target]?.scope)
    .map(({ id }) => ({
      element: id,
      rule: 'flow-crosses-level',
      problem: 'The flow crosses the border of a sub-process.',
      repair: 'End the flow inside and continue from the sub-process itself.',
    })),
];
