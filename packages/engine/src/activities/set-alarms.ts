import type { Move } from '../move.ts';
import type { Place } from '../plan.ts';
import type { Token } from '../state.ts';
import { setTimer } from '../timers.ts';

/** Sets the timers of an activity's boundary events when it is entered; on a retry, of those that have not fired. */
export function setAlarms(move: Move, place: Place, token: Token): void {
  for (const { node } of place.alarms) {
    const isOver = token.fired?.includes(node.id) ?? false;
    if (node.trigger.kind === 'timer' && !isOver) setTimer(move, token.id, node.id, node.trigger.timer);
  }
}
