import type { Behaviour } from '../behaviour.ts';
import type { Task } from '../definition.ts';
import { catchError } from '../errors.ts';
import { leave } from '../flows/leave.ts';
import { raiseIncident } from '../incidents.ts';
import type { Move } from '../move.ts';
import type { Token } from '../state.ts';
import { rest } from '../tokens.ts';
import { setAlarms } from './alarms.ts';

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
  fire: (move, _place, token, timer) => failTask(move, token, timer.errorCode ?? timedOut),
};

/** Fails a task: it goes on from the boundary event that catches the code, or becomes an incident. */
export function failTask(move: Move, token: Token, code: string): void {
  if (!catchError(move, token, code)) raiseIncident(move, token.node, token, code);
}
