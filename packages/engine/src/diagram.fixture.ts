import type { Definition, Flow, Node } from './definition.ts';

/** What a diagram says of a node; ids and flows are filled in by `diagram`. */
export type Drawn = Node extends infer N
  ? N extends Node
    ? Omit<N, 'id' | 'incoming' | 'outgoing'>
    : never
  : never;

export const startEvent = (scope?: string): Drawn => ({ kind: 'start', ...within(scope) });
export const endEvent = (scope?: string): Drawn => ({ kind: 'end', end: 'plain', ...within(scope) });
export const terminateEnd = (scope?: string): Drawn => ({ kind: 'end', end: 'terminate', ...within(scope) });
export const errorEnd = (errorCode: string, scope?: string): Drawn => ({
  kind: 'end',
  end: 'error',
  errorCode,
  ...within(scope),
});
export const task = (scope?: string): Drawn => ({
  kind: 'task',
  activity: { type: 'any', version: 1, parameters: {} },
  ...within(scope),
});
export const gateway = (kind: 'exclusive' | 'parallel' | 'inclusive', scope?: string): Drawn => ({
  kind,
  ...within(scope),
});
export const subProcess = (start: string, scope?: string): Drawn => ({
  kind: 'sub-process',
  start,
  ...within(scope),
});
export const catches = (attachedTo: string, errorCode?: string, scope?: string): Drawn => ({
  kind: 'boundary',
  attachedTo,
  interrupting: true,
  trigger: errorCode === undefined ? { kind: 'error' } : { kind: 'error', errorCode },
  ...within(scope),
});
export const alarm = (attachedTo: string, ms: number, interrupting = true, scope?: string): Drawn => ({
  kind: 'boundary',
  attachedTo,
  interrupting,
  trigger: { kind: 'timer', timer: { kind: 'after', ms } },
  ...within(scope),
});

/**
 * Draws a definition. A flow line is `a -> b -> c`, with `if` before its last target for a condition and `default`
 * for a default flow: `x -> if a`, `x -> default b`. A flow's id is `a-b`.
 */
export function diagram(drawn: Readonly<Record<string, Drawn>>, ...lines: readonly string[]): Definition {
  const arrows = lines.flatMap(arrowsOf);
  const nodes = Object.entries(drawn).map(([id, node]) => [id, connect(id, node, arrows)]);
  const flows = arrows.map(({ flow }) => [flow.id, flow]);
  return { nodes: Object.fromEntries(nodes), flows: Object.fromEntries(flows) };
}

type Arrow = { readonly flow: Flow; readonly isDefault: boolean };

function arrowsOf(line: string): Arrow[] {
  const stops = line.split('->').map((text) => text.trim().split(' '));
  return stops.slice(1).map((words, index) => {
    const source = stops[index]?.at(-1) ?? '';
    const target = words.at(-1) ?? '';
    const flow = { id: `${source}-${target}`, source, target };
    const hasCondition = words[0] === 'if';
    return {
      flow: hasCondition ? { ...flow, condition: `goes to ${target}` } : flow,
      isDefault: words[0] === 'default',
    };
  });
}

function connect(id: string, drawn: Drawn, arrows: readonly Arrow[]): Node {
  const incoming = arrows.filter(({ flow }) => flow.target === id).map(({ flow }) => flow.id);
  const outgoing = arrows.filter(({ flow }) => flow.source === id).map(({ flow }) => flow.id);
  const fallback = arrows.find(({ flow, isDefault }) => isDefault && flow.source === id);
  return { ...drawn, id, incoming, outgoing, ...(fallback ? { defaultFlow: fallback.flow.id } : {}) };
}

const within = (scope: string | undefined) => (scope === undefined ? {} : { scope });
