import type { Behaviour } from '../behaviour.ts';
import type { Gateway } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import type { Move } from '../move.ts';
import type { Place } from '../plan.ts';
import type { Token } from '../state.ts';
import { rest } from '../tokens.ts';
import { isComplete } from './join.ts';
import { canReach } from './reach.ts';

/** An inclusive gateway waits for every token that can still come, then sends one along each true flow (section 13.4.3). */
export const inclusive: Behaviour<Gateway> = {
  enter: (move, place, from) => {
    if (place.incoming.length < 2) leave(move, place, from);
    else rest(move, place.node.id, from, 'joining');
  },
  leave,
  opens: (move, place, token) => isComplete(move, place, token) || !isSomebodyComing(move, place, token),
};

const isSomebodyComing = (move: Move, place: Place, token: Token): boolean =>
  move.tokens.some(({ node, parent }) => parent === token.parent && canReach(move.plan, node, place));
