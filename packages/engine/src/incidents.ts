import type { ParameterError } from './event.ts';
import type { Move } from './move.ts';
import { cancelTimers } from './timers.ts';
import { type Origin, rest } from './tokens.ts';

type Circumstances = {
  /** The node's work was done. */
  readonly isLeaving?: boolean;
  readonly errors?: readonly ParameterError[] | undefined;
};

/** Makes an incident of a token: it stays where it is, without timers, until an operator retries or cancels. */
export function raiseIncident(
  move: Move,
  node: string,
  from: Origin,
  error: string,
  { isLeaving = false, errors }: Circumstances = {},
): void {
  const token = rest(move, node, from, 'incident');
  token.error = error;
  if (errors !== undefined) token.errors = errors;
  if (isLeaving) token.isLeaving = true;
  cancelTimers(move, token.id);
  move.effects.push({ kind: 'raise-incident', token: token.id, node, error });
}
