import {
  advance,
  type Definition,
  type Effect,
  type Event,
  type State,
  type Step,
  start,
} from '@latchkey/engine';
import type { SessionData } from './session-data/session-data.ts';

/** One step of one instance in the making: what a transaction will have done when it commits. Replaced, never mutated. */
export type InstanceStep = {
  readonly tenant: string;
  readonly instanceId: string;
  readonly definitionId: string;
  readonly definition: Definition;
  readonly state: State;
  readonly data: SessionData;
  /** Events of this step, in order; those of earlier steps are stored. */
  readonly events: readonly HappenedEvent[];
  /** Effects still to run, with their stable ids. */
  readonly pending: readonly PendingEffect[];
  /** The moment of the step in milliseconds. */
  readonly now: number;
  /** Whether the instance begins with it. */
  readonly isFirst: boolean;
  /** Failures of this step that nobody caught. */
  readonly incidents: readonly Incident[];
};

/** A failure that nobody caught: where, and with which code. */
export type Incident = { readonly node: string; readonly error: string };

/** An event and the version that it led to. */
export type HappenedEvent = { readonly version: number; readonly event: Event };
/** `id` is `instance:version:position`, the same however often the step is tried. */
export type PendingEffect = { readonly id: string; readonly effect: Effect };

/** What a step is about, before it has a state. */
export type Subject = Pick<
  InstanceStep,
  'tenant' | 'instanceId' | 'definitionId' | 'definition' | 'data' | 'now'
>;

/** Begins an instance: version 0, nothing in its history. */
export function startStep(subject: Subject): InstanceStep {
  const begun = start(subject.definition, subject.now);
  return follow(
    { ...subject, state: begun.state, events: [], pending: [], isFirst: true, incidents: [] },
    begun,
  );
}

/** Goes on from a stored state. */
export const resumeStep = (subject: Subject & Pick<InstanceStep, 'state'>): InstanceStep => ({
  ...subject,
  events: [],
  pending: [],
  isFirst: false,
  incidents: [],
});

/** Lets an event happen to the instance. A late one changes nothing. */
export function happen(step: InstanceStep, event: Event): InstanceStep {
  const next = advance(step.definition, step.state, event, step.now);
  if (next.state === step.state) return step;
  const events = [...step.events, { version: next.state.version, event }];
  return follow({ ...step, events }, next);
}

/** The task at which a token works; `undefined` when it has moved on. */
export function workingAt(step: InstanceStep, token: string) {
  const found = step.state.tokens.find(({ id, status }) => id === token && status === 'working');
  const node = found && step.definition.nodes[found.node];
  return node?.kind === 'task' ? node : undefined;
}

function follow(step: InstanceStep, { state, effects }: Step): InstanceStep {
  const added = effects.map((effect, position) => ({
    id: `${step.instanceId}:${state.version}:${position}`,
    effect,
  }));
  return { ...step, state, pending: [...step.pending, ...added] };
}
