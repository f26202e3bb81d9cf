import type { Move } from '../move.ts';
import type { Place } from '../plan.ts';
import { setTimer } from '../timers.ts';

/** Sets the timers of the timer boundary events of an activity that has just been entered. */
export function setAlarms(move: Move, place: Place, token: string): void {
  for (const { node } of place.alarms) {
    if (node.trigger.kind === 'timer') setTimer(move, token, node.id, node.trigger.timer);
  }
}
