import type { Definition } from './definition.ts';
import { arrive, closeMove, endInstance, openMove } from './move.ts';
import { planOf } from './plan.ts';
import { settle } from './settle.ts';
import type { State } from './state.ts';
import type { Step } from './step.ts';

const unborn: State = { version: 0, status: 'active', tokens: [], timers: [], next: 1 };

/**
 * Starts an instance of a definition at `now` (milliseconds). The state has version 0: no event has been applied.
 * A definition without a start event at the top gives an instance that failed with `process.no-start`.
 */
export function start(definition: Definition, now: number): Step {
  const plan = planOf(definition);
  const move = openMove(plan, now, unborn);
  if (plan.start === undefined) endInstance(move, 'failed', 'process.no-start');
  else arrive(move, plan.start, undefined);
  settle(move);
  return closeMove(move, 0);
}
