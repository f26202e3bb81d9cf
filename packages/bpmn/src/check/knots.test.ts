import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachFrom } from './graph.ts';
import { knotsOf } from './knots.ts';

describe('knotsOf', () => {
  test('finds each set of nodes on loops with one another', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b', 'd']],
      ['d', ['e']],
      ['e', ['e']],
    ]);
    expect(knotsOf(graph).map((knot) => [...knot].sort())).toEqual([['b', 'c'], ['e']]);
  });

  test('a node is in a knot exactly when it can be reached from itself', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 14 }), (edges) => {
        const graph = new Map(
          [...'abcdef'].map((node) => [node, edges.filter(([from]) => from === node).map(([, to]) => to)]),
        );
        const onLoops = [...'abcdef'].filter((node) => reachFrom(graph, graph.get(node) ?? []).has(node));
        expect(knotsOf(graph).flat().sort()).toEqual(onLoops);
      }),
    );
  });

  test('a chain of twenty thousand nodes does not exhaust the stack', () => {
    const graph = new Map(
      Array.from({ length: 20_000 }, (_, index) => [`n${index}`, [`n${(index + 1) % 20_000}`]]),
    );
    expect(knotsOf(graph)[0]).toHaveLength(20_000);
  });
});
