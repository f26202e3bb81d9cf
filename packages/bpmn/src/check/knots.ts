import { type Graph, reverse } from './graph.ts';

/**
 * The knots of a graph: each set of nodes that all lie on loops with one another (strongly connected components, by
 * Kosaraju). Linear in nodes and flows, without recursion, so that no diagram is too long for it.
 */
export function knotsOf(graph: Graph): readonly (readonly string[])[] {
  const backwards = reverse(graph);
  const taken = new Set<string>();
  return lastFinishedFirst(graph)
    .map((id) => gather(backwards, id, taken))
    .filter(
      ([first, ...more]) => first !== undefined && (more.length > 0 || graph.get(first)?.includes(first)),
    );
}

function lastFinishedFirst(graph: Graph): readonly string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const root of graph.keys()) {
    const path = seen.has(root) ? [] : [{ id: root, next: 0 }];
    seen.add(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const child = graph.get(top.id)?.[top.next++];
      if (child === undefined) finished.push(path.pop()?.id ?? '');
      else if (!seen.has(child)) {
        seen.add(child);
        path.push({ id: child, next: 0 });
      }
    }
  }
  return finished.reverse();
}

function gather(graph: Graph, from: string, taken: Set<string>): readonly string[] {
  if (taken.has(from)) return [];
  taken.add(from);
  const found = [from];
  for (const id of found)
    for (const next of graph.get(id) ?? []) {
      if (taken.has(next)) continue;
      taken.add(next);
      found.push(next);
    }
  return found;
}
