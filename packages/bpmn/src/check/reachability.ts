import { graphOf, levelsOf, nameOf, reachFrom, reverse } from './graph.ts';
import type { Rule } from './rule.ts';

/** Every node can be reached from the start of its level. */
export const reachable: Rule = ({ definition }) => {
  const graph = graphOf(definition);
  return levelsOf(definition).flatMap(({ nodes }) => {
    const starts = nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id);
    if (starts.length === 0) return [];
    const reached = reachFrom(graph, starts);
    return nodes
      .filter(({ id }) => !reached.has(id))
      .map((node) => ({
        element: node.id,
        rule: 'unreachable',
        problem: `Nothing leads to ${nameOf(node)}.`,
        repair: 'Connect it to what comes before, or remove it.',
      }));
  });
};

/** From every node the process can still end; boundary events lead somewhere. */
export const canEnd: Rule = ({ definition }) => {
  const backwards = reverse(graphOf(definition));
  return levelsOf(definition).flatMap(({ nodes }) => {
    const ends = nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id);
    if (ends.length === 0) return [];
    const ending = reachFrom(backwards, ends);
    return nodes
      .filter(({ id }) => !ending.has(id))
      .map((node) =>
        node.kind === 'boundary' && node.outgoing.length === 0
          ? {
              element: node.id,
              rule: 'boundary-without-outgoing',
              problem: `Nothing follows the boundary event ${nameOf(node)}.`,
              repair: 'Draw a flow from it to what shall happen then, or remove it.',
            }
          : {
              element: node.id,
              rule: 'cannot-reach-end',
              problem: `From ${nameOf(node)} no end event can be reached.`,
              repair: 'Draw a flow towards an end event.',
            },
      );
  });
};
