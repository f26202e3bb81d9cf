import type { Behaviour } from '../behaviour.ts';
import type { BoundaryEvent } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import { arrive, type Move } from '../move.ts';
import { interrupt } from '../scopes.ts';
import type { Timer, Token } from '../state.ts';
import { removeTimer } from '../timers.ts';
import { putToken } from '../tokens.ts';

/** A boundary event starts a path beside its activity, or in place of it when it interrupts (section 13.5.3). */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  enter: leave,
  leave,
  fire: (move, place, token, timer) => {
    if (place.node.interrupting) interrupt(move, token.id);
    else noteFired(move, token, timer);
    arrive(move, place, token.parent);
  },
};

function noteFired(move: Move, token: Token, timer: Timer): void {
  removeTimer(move, timer.id);
  putToken(move, { ...token, fired: [...(token.fired ?? []), timer.node] });
}
