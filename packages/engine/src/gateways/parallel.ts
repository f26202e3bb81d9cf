import type { Behaviour, Leave } from '../behaviour.ts';
import type { Gateway } from '../definition.ts';
import { take } from '../flows/leave.ts';
import { rest } from '../tokens.ts';
import { isComplete } from './join.ts';

/** By every flow: a parallel gateway has neither conditions nor a default. */
const leave: Leave = (move, place, from) => {
  take(move, place.ways, from);
  if (place.fallback !== undefined) take(move, [place.fallback], { parent: from.parent });
};

/** A parallel gateway waits for a token by each incoming flow, then sends one along each outgoing (section 13.4.1). */
export const parallel: Behaviour<Gateway> = {
  enter: (move, place, from) => {
    if (place.incoming.length < 2) leave(move, place, from);
    else rest(move, place.node.id, from, 'joining');
  },
  leave,
  opens: isComplete,
};
