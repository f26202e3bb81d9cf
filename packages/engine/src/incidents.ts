import type { Move } from './move.ts';
import { cancelTimers } from './timers.ts';
import { type Origin, rest } from './tokens.ts';

/** Makes an incident of a token: it stays where it is, without timers, until an operator retries or cancels. */
export function raiseIncident(
  move: Move,
  node: string,
  from: Origin,
  error: string,
  isLeaving = false,
): void {
  const token = rest(move, node, from, 'incident');
  token.error = error;
  if (isLeaving) token.isLeaving = true;
  cancelTimers(move, token.id);
  move.effects.push({ kind: 'raise-incident', token: token.id, node, error });
}
