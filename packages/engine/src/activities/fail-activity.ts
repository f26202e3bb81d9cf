import { catchError } from '../errors.ts';
import type { ParameterError } from '../event.ts';
import { raiseIncident } from '../incidents.ts';
import type { Move } from '../move.ts';
import type { Token } from '../state.ts';

/** Fails an activity: it goes on from the boundary event that catches the code, or becomes an incident. */
export function failActivity(
  move: Move,
  token: Token,
  code: string,
  errors?: readonly ParameterError[],
): void {
  if (!catchError(move, token, code)) raiseIncident(move, token.node, token, code, { errors });
}
