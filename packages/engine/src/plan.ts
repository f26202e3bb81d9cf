import type { BoundaryEvent, Definition, Flow, Node } from './definition.ts';

/** A definition with its references resolved once, so that a step follows pointers and looks nothing up. */
export type Plan = {
  /** The start event at the top: the first in document order. */
  readonly start: Place | undefined;
  readonly places: ReadonlyMap<string, Place>;
};

/** A node, and all that leads away from it. */
export type Place<N extends Node = Node> = {
  readonly node: N;
  /** Ids of the flows that lead here. */
  readonly incoming: readonly string[];
  /** The flows that lead away, in document order, without the default. */
  readonly ways: readonly Way[];
  readonly fallback: Way | undefined;
  /** Ids of the flows among `ways` that carry a condition. */
  readonly asked: readonly string[];
  /** Attached error boundary events. */
  readonly catchers: readonly Place<BoundaryEvent>[];
  /** Attached timer boundary events. */
  readonly alarms: readonly Place<BoundaryEvent>[];
  /** Of a sub-process: where it begins. */
  readonly inside: Place | undefined;
};

/** A sequence flow as seen from its source. */
export type Way = { readonly id: string; readonly isConditional: boolean; readonly to: Place };

const plans = new WeakMap<Definition, Plan>();

/** The plan of a definition, made at first use and kept as long as the definition. */
export function planOf(definition: Definition): Plan {
  const known = plans.get(definition);
  if (known !== undefined) return known;
  const plan = makePlan(definition);
  plans.set(definition, plan);
  return plan;
}

type Draft = { -readonly [Key in keyof Place]: Place[Key] };

function makePlan(definition: Definition): Plan {
  const drafts = new Map<string, Draft>();
  for (const node of Object.values(definition.nodes)) drafts.set(node.id, unconnected(node));
  for (const draft of drafts.values()) connect(draft, drafts, definition);
  const start = [...drafts.values()].find(({ node }) => node.kind === 'start' && node.scope === undefined);
  return { start, places: drafts };
}

const unconnected = (node: Node): Draft => ({
  node,
  incoming: [],
  ways: [],
  fallback: undefined,
  asked: [],
  catchers: [],
  alarms: [],
  inside: undefined,
});

function connect(draft: Draft, drafts: ReadonlyMap<string, Draft>, definition: Definition): void {
  const { node } = draft;
  const hasFlow = (id: string) => Object.hasOwn(definition.flows, id);
  const ways = node.outgoing.filter(hasFlow).flatMap((id) => wayOf(definition.flows[id], drafts));
  draft.incoming = node.incoming.filter(hasFlow);
  draft.ways = ways.filter(({ id }) => id !== node.defaultFlow);
  draft.fallback = ways.find(({ id }) => id === node.defaultFlow);
  draft.asked = draft.ways.filter(({ isConditional }) => isConditional).map(({ id }) => id);
  if (node.kind === 'sub-process') draft.inside = drafts.get(node.start);
  if (node.kind === 'boundary') attach(draft as Place<BoundaryEvent>, drafts.get(node.attachedTo));
}

function wayOf(flow: Flow | undefined, drafts: ReadonlyMap<string, Draft>): Way[] {
  const to = flow && drafts.get(flow.target);
  return flow && to ? [{ id: flow.id, isConditional: flow.condition !== undefined, to }] : [];
}

function attach(boundary: Place<BoundaryEvent>, host: Draft | undefined): void {
  if (host === undefined) return;
  const side = boundary.node.trigger.kind === 'error' ? 'catchers' : 'alarms';
  host[side] = [...host[side], boundary];
}
