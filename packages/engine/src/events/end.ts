import type { Behaviour } from '../behaviour.ts';
import type { EndEvent } from '../definition.ts';
import { catchError } from '../errors.ts';
import { leave } from '../flows/leave.ts';
import { endInstance, type Move } from '../move.ts';
import type { Place } from '../plan.ts';
import { terminate } from '../scopes.ts';
import { findToken, type Origin } from '../tokens.ts';

/** An end event consumes its token, throws an error out of its scope, or terminates the scope (section 13.5.6). */
export const endEvent: Behaviour<EndEvent> = {
  enter: (move, place, from) => endings[place.node.end](move, place, from),
  leave,
};

type Ending = (move: Move, place: Place<EndEvent>, from: Origin) => void;

const endings: Readonly<Record<EndEvent['end'], Ending>> = {
  plain: () => undefined,
  terminate: (move, _place, from) => terminate(move, from.parent),
  error: (move, place, from) => {
    const code = place.node.errorCode ?? 'process.error';
    if (!catchError(move, findToken(move, from.parent), code)) endInstance(move, 'failed', code);
  },
};
