import type { Effect } from './effect.ts';
import type { Place, Plan } from './plan.ts';
import type { State, Timer, Token } from './state.ts';
import type { Step } from './step.ts';

/** One step in the making. It owns its arrays; the tokens and timers in them are shared with the state before. */
export type Move = {
  readonly plan: Plan;
  readonly now: number;
  readonly tokens: Token[];
  readonly timers: Timer[];
  /** Who is on the way into a node. Empty between steps. */
  readonly pending: Arrival[];
  effects: Effect[];
  next: number;
  status: State['status'];
  error: string | undefined;
};

/** Somebody about to enter a place: within which sub-process token, and by which flow. */
export type Arrival = { readonly place: Place; readonly parent: string | undefined; readonly via?: string };

/** Begins a step from a state. */
export function openMove(plan: Plan, now: number, state: State): Move {
  return {
    plan,
    now,
    tokens: state.tokens.slice(),
    timers: state.timers.slice(),
    pending: [],
    effects: [],
    next: state.next,
    status: 'active',
    error: undefined,
  };
}

/** Ends a step: its state has the given version. */
export function closeMove(move: Move, version: number): Step {
  const { status, tokens, timers, next, error, effects } = move;
  const state: State = { version, status, tokens, timers, next };
  return {
    state: error === undefined ? state : { ...state, error },
    effects: effects.filter((effect) => isWanted(move, effect)),
  };
}

/** Whether anybody still waits for an effect: a step may remove a token that it has made itself. */
function isWanted({ tokens, timers }: Move, effect: Effect): boolean {
  if (effect.kind === 'instance-ended') return true;
  if (effect.kind === 'resolve-timer') return timers.some(({ id }) => id === effect.timer);
  return tokens.some(({ id }) => id === effect.token);
}

/** Sends a token into a place. It enters when the step settles. */
export function arrive(move: Move, place: Place, parent: string | undefined, via?: string): void {
  move.pending.push(via === undefined ? { place, parent } : { place, parent, via });
}

/** Ends the instance: nothing of it moves any more, and nothing that this step asked for is wanted. */
export function endInstance(move: Move, status: 'completed' | 'terminated' | 'failed', error?: string): void {
  move.status = status;
  move.error = error;
  move.tokens.length = 0;
  move.timers.length = 0;
  move.pending.length = 0;
  move.effects = [
    error === undefined ? { kind: 'instance-ended', status } : { kind: 'instance-ended', status, error },
  ];
}
