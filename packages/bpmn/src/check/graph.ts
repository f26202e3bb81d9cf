import type { Definition, Node } from '@latchkey/engine';

/** For every node, where a token may go next: along its flows, and from an activity to its boundary events. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export function graphOf({ nodes, flows }: Definition): Graph {
  const graph = new Map<string, string[]>(Object.keys(nodes).map((id) => [id, []]));
  for (const { source, target } of Object.values(flows)) graph.get(source)?.push(target);
  for (const node of Object.values(nodes))
    if (node.kind === 'boundary') graph.get(node.attachedTo)?.push(node.id);
  return graph;
}

export function reverse(graph: Graph): Graph {
  const reversed = new Map<string, string[]>([...graph.keys()].map((id) => [id, []]));
  for (const [source, targets] of graph) for (const target of targets) reversed.get(target)?.push(source);
  return reversed;
}

/** Every node that can be reached from these, themselves included. */
export function reachFrom(graph: Graph, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set(from);
  for (const id of reached) for (const next of graph.get(id) ?? []) reached.add(next);
  return reached;
}

/** One level of a diagram: the process itself (no scope) or a sub-process. */
export type Level = { readonly scope?: string; readonly nodes: readonly Node[] };

/** The nodes of each level. */
export function levelsOf({ nodes }: Definition): readonly Level[] {
  const all = Object.values(nodes);
  const inScope = Map.groupBy(all, ({ scope }) => scope);
  return [
    { nodes: inScope.get(undefined) ?? [] },
    ...all
      .filter(({ kind }) => kind === 'sub-process')
      .map(({ id }) => ({ scope: id, nodes: inScope.get(id) ?? [] })),
  ];
}

/** How a sentence calls a node. */
export const nameOf = (node: Node): string => `"${node.name ?? node.id}"`;
