import { endInstance, type Move } from './move.ts';
import { removeToken } from './tokens.ts';

/** Removes all that lives inside a sub-process token, at any depth; the token itself stays. */
export function clearScope(move: Move, parent: string): void {
  for (const { id } of move.tokens.filter((token) => token.parent === parent)) {
    clearScope(move, id);
    removeToken(move, id);
  }
  for (let at = move.pending.length - 1; at >= 0; at--) {
    if (move.pending[at]?.parent === parent) move.pending.splice(at, 1);
  }
}

/** Interrupts a token: it goes, with all that lives inside it. */
export function interrupt(move: Move, token: string): void {
  clearScope(move, token);
  removeToken(move, token);
}

/** Terminates a scope: at the top the instance, else the inside of a sub-process, which then ends as usual. */
export function terminate(move: Move, parent: string | undefined): void {
  if (parent === undefined) endInstance(move, 'terminated');
  else clearScope(move, parent);
}
