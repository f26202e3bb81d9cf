import type { Behaviour } from '../behaviour.ts';
import type { BoundaryEvent } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import { arrive } from '../move.ts';
import { interrupt } from '../scopes.ts';
import { removeTimer } from '../timers.ts';

/** A boundary event starts a path beside its activity, or in place of it when it interrupts (section 13.5.3). */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  enter: leave,
  leave,
  fire: (move, place, token, timer) => {
    if (place.node.interrupting) interrupt(move, token.id);
    else removeTimer(move, timer.id);
    arrive(move, place, token.parent);
  },
};
