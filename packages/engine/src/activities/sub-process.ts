import type { Behaviour } from '../behaviour.ts';
import type { SubProcess } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import { arrive } from '../move.ts';
import { rest } from '../tokens.ts';
import { setAlarms } from './set-alarms.ts';

/** An embedded sub-process holds its token until nothing is left inside (section 13.3.4). */
export const subProcess: Behaviour<SubProcess> = {
  enter: (move, place, from) => {
    const token = rest(move, place.node.id, from, 'containing');
    setAlarms(move, place, token);
    if (place.inside !== undefined) arrive(move, place.inside, token.id);
  },
  leave,
};
