import type { InstancePath } from '@latchkey/contract';
import {
  advance,
  type Definition,
  type Event,
  type Node,
  type State,
  start,
  type Token,
} from '@latchkey/engine';

/** An event and its moment in milliseconds. */
type Happened = { readonly event: Event; readonly at: number };
type Trace = { readonly nodes: Set<string>; readonly flows: Set<string> };

/**
 * Where an instance has been on its diagram. The states between its events say at which elements tokens stood; what
 * lies between two of them (gateways, events that nobody waits at) is found along the flows. Pure.
 */
export function tracePath(
  definition: Definition,
  startedAt: number,
  happened: readonly Happened[],
): InstancePath {
  const trace: Trace = { nodes: new Set(), flows: new Set() };
  let { state } = start(definition, startedAt);
  const first = Object.values(definition.nodes).find(({ kind, scope }) => kind === 'start' && !scope);
  if (first !== undefined) follow(definition, trace, [first.id], standing(state));
  for (const { event, at } of happened) {
    const next = advance(definition, state, event, at).state;
    follow(definition, trace, exitsOf(definition, state, next, event), standing(next));
    state = next;
  }
  return shown(trace, state);
}

function shown({ nodes, flows }: Trace, state: State): InstancePath {
  const isIncident = ({ status }: Token) => status === 'incident';
  return {
    nodes: [...nodes],
    flows: [...flows],
    active: state.tokens.filter((token) => !isIncident(token)).map(({ node }) => node),
    incidents: state.tokens.filter(isIncident).map(({ node, error, errors }) => ({
      element: node,
      ...(error !== undefined && { error }),
      ...(errors !== undefined && { errors: [...errors] }),
    })),
  };
}

const standing = (state: State): ReadonlySet<string> => new Set(state.tokens.map(({ node }) => node));

/** The elements from which tokens went on: those they left, or the boundary event that caught them. */
function exitsOf(definition: Definition, before: State, after: State, event: Event): readonly string[] {
  const isLeft = ({ id, node }: Token) => !after.tokens.some((one) => one.id === id && one.node === node);
  const left = before.tokens.filter(isLeft).map(({ node }) => node);
  if (event.kind === 'cancelled') return [];
  const timer = 'timer' in event ? before.timers.find(({ id }) => id === event.timer) : undefined;
  const caught = timer !== undefined && definition.nodes[timer.node]?.kind === 'boundary' ? [timer.node] : [];
  const code = event.kind === 'activity-failed' ? event.error : timer?.errorCode;
  if (caught.length > 0) return caught;
  if (code === undefined)
    return event.kind === 'conditions-evaluated' ? takenOf(definition, left, event) : left;
  return left.flatMap((node) => catcherOf(definition, node, code) ?? []);
}

/** Of a decision only the flows that hold count: they are followed as if each were an element of its own. */
function takenOf(
  { nodes, flows }: Definition,
  left: readonly string[],
  { results }: Extract<Event, { readonly kind: 'conditions-evaluated' }>,
): readonly string[] {
  return left.flatMap((id) => {
    const { outgoing = [], defaultFlow } = nodes[id] ?? {};
    const open = outgoing.filter((flow) => results[flow] === true || flows[flow]?.condition === undefined);
    const holding = open.filter((flow) => flow !== defaultFlow);
    const first = nodes[id]?.kind === 'exclusive' ? holding.slice(0, 1) : holding;
    return (first.length > 0 ? first : [defaultFlow].filter((flow) => flow !== undefined)) as string[];
  });
}

function catcherOf({ nodes }: Definition, at: string, code: string): string | undefined {
  const boundaries = Object.values(nodes).filter(
    (node) => node.kind === 'boundary' && node.attachedTo === at && node.trigger.kind === 'error',
  ) as Extract<Node, { kind: 'boundary' }>[];
  const codeOf = ({ trigger }: (typeof boundaries)[number]) =>
    trigger.kind === 'error' ? trigger.errorCode : undefined;
  return (
    boundaries.find((one) => codeOf(one) === code) ?? boundaries.find((one) => codeOf(one) === undefined)
  )?.id;
}

/** Marks the ways from elements or flows to where tokens stand, or to an end. */
function follow(
  definition: Definition,
  trace: Trace,
  from: readonly string[],
  targets: ReadonlySet<string>,
): void {
  for (const place of from) {
    const way = wayFrom(definition, place, targets, new Set());
    for (const id of way ?? [place]) (definition.flows[id] ? trace.flows : trace.nodes).add(id);
  }
  for (const node of targets) trace.nodes.add(node);
}

/** Every element and flow on the ways from a place to a target or an end; `undefined` when none leads there. */
function wayFrom(
  definition: Definition,
  place: string,
  targets: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): readonly string[] | undefined {
  if (seen.has(place)) return undefined;
  const deeper = new Set([...seen, place]);
  const flow = definition.flows[place];
  if (flow !== undefined) {
    const onward = arrival(definition, flow.target, targets, deeper);
    return onward && [place, ...onward];
  }
  const ways = (definition.nodes[place]?.outgoing ?? [])
    .map((id) => wayFrom(definition, id, targets, deeper))
    .filter((way) => way !== undefined);
  return ways.length === 0 ? undefined : [place, ...ways.flat()];
}

const passed: readonly Node['kind'][] = ['exclusive', 'parallel', 'inclusive', 'sub-process', 'start'];

function arrival(
  definition: Definition,
  id: string,
  targets: ReadonlySet<string>,
  seen: ReadonlySet<string>,
) {
  const node = definition.nodes[id];
  if (node === undefined) return undefined;
  if (targets.has(id) || node.kind === 'end') return [id];
  return passed.includes(node.kind) ? wayFrom(definition, id, targets, seen) : undefined;
}
