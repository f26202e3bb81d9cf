import type { BoundaryEvent } from './definition.ts';
import { arrive, type Move } from './move.ts';
import type { Place } from './plan.ts';
import { interrupt } from './scopes.ts';
import type { Token } from './state.ts';
import { findToken } from './tokens.ts';

/**
 * Looks for an error boundary event that catches a code: at the token's node, then at each sub-process around it.
 * The token whose node has it is interrupted and goes on from there. `false` when nobody catches it.
 */
export function catchError(move: Move, thrower: Token | undefined, code: string): boolean {
  for (let token = thrower; token !== undefined; token = findToken(move, token.parent)) {
    const catcher = catcherAt(move.plan.places.get(token.node), code);
    if (catcher === undefined) continue;
    interrupt(move, token.id);
    arrive(move, catcher, token.parent);
    return true;
  }
  return false;
}

/** The boundary event with that very code, else the one without a code. */
function catcherAt(place: Place | undefined, code: string): Place<BoundaryEvent> | undefined {
  const catchers = place?.catchers ?? [];
  return catchers.find(hasCode(code)) ?? catchers.find(hasCode(undefined));
}

const hasCode =
  (code: string | undefined) =>
  ({ node: { trigger } }: Place<BoundaryEvent>): boolean =>
    trigger.kind === 'error' && trigger.errorCode === code;
