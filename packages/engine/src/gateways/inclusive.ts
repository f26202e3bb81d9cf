import type { Behaviour } from '../behaviour.ts';
import type { Gateway } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import type { Move } from '../move.ts';
import type { Place } from '../plan.ts';
import type { Token } from '../state.ts';
import { rest } from '../tokens.ts';
import { isComplete, joiners } from './join.ts';
import { type Reach, reachOf } from './reach.ts';

/** An inclusive gateway waits for every token that can still come, then sends one along each true flow (section 13.4.3). */
export const inclusive: Behaviour<Gateway> = {
  enter: (move, place, from) => {
    if (place.incoming.length < 2) leave(move, place, from);
    else rest(move, place.node.id, from, 'joining');
  },
  leave,
  opens: (move, place, token) => isComplete(move, place, token) || !isSomebodyComing(move, place, token),
};

function isSomebodyComing(move: Move, place: Place, token: Token): boolean {
  const reach = reachOf(move.plan, place);
  const used = new Set(joiners(move, token).map(({ via }) => via));
  return move.tokens.some(({ node, parent }) => parent === token.parent && isMissing(reach, used, node));
}

/**
 * The rule of section 13.4.3: worth waiting for is a token that can come by a flow where nobody waits, and by none where
 * somebody does. (One that can do both has to go round a loop first, for which this gateway may be what it waits for.)
 */
function isMissing(reach: Reach, used: ReadonlySet<string | undefined>, node: string): boolean {
  let comesByFreeFlow = false;
  for (const [flow, nodes] of reach) {
    if (!nodes.has(node)) continue;
    if (used.has(flow)) return false;
    comesByFreeFlow = true;
  }
  return comesByFreeFlow;
}
