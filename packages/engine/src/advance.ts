import type { Definition } from './definition.ts';
import type { Event } from './event.ts';
import { closeMove, openMove } from './move.ts';
import { planOf } from './plan.ts';
import { react } from './reactions.ts';
import { settle } from './settle.ts';
import type { State } from './state.ts';
import type { Step } from './step.ts';

const nothing: Step['effects'] = Object.freeze([]);

/**
 * Applies one event that happened at `now` (milliseconds) and lets the instance move until every token rests.
 * A late, repeated or unknown event changes nothing, which the shell recognises by identity: `step.state === state`
 * (then the version is the same, there are no effects, and there is nothing to store). Never throws on an event.
 */
export function advance(definition: Definition, state: State, event: Event, now: number): Step {
  const move = openMove(planOf(definition), now, state);
  if (!react(move, event)) return { state, effects: nothing };
  settle(move);
  return closeMove(move, state.version + 1);
}
