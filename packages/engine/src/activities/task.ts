import type { Behaviour } from '../behaviour.ts';
import type { Task } from '../definition.ts';
import { leave } from '../flows/leave.ts';
import { rest } from '../tokens.ts';
import { failActivity } from './fail-activity.ts';
import { setAlarms } from './set-alarms.ts';

/** The code of a deadline for which the activity named none. */
export const timedOut = 'activity.timed-out';

/** A task has its activity run, and holds its token until the answer (section 13.3.2). */
export const task: Behaviour<Task> = {
  enter: (move, place, from) => {
    const token = rest(move, place.node.id, from, 'working');
    move.effects.push({ kind: 'run-activity', token: token.id, node: place.node.id });
    setAlarms(move, place, token);
  },
  leave,
  fire: (move, _place, token, timer) => failActivity(move, token, timer.errorCode ?? timedOut),
};
