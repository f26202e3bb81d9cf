import type { Behaviour } from '../behaviour.ts';
import type { CatchEvent } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import { removeTimer, setTimer } from '../timers.ts';
import { rest } from '../tokens.ts';

/** A timer catch event holds its token until the timer is due (section 13.5.2). */
export const timerCatch: Behaviour<CatchEvent> = {
  enter: (move, { node }, from) => {
    const token = rest(move, node.id, from, 'waiting');
    setTimer(move, token.id, node.id, node.timer);
  },
  leave,
  fire: (move, place, token, timer) => {
    removeTimer(move, timer.id);
    leave(move, place, token);
  },
};
