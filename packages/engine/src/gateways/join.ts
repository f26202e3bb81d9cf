import type { Move } from '../move.ts';
import type { Place } from '../plan.ts';
import type { Token } from '../state.ts';
import { removeToken } from '../tokens.ts';

/** The tokens that go on as one: the first by each incoming flow, at this gateway and in this scope. */
export function joiners(move: Move, token: Token): Token[] {
  const byFlow = new Map<string | undefined, Token>();
  for (const other of move.tokens) {
    const isSibling =
      other.status === 'joining' && other.node === token.node && other.parent === token.parent;
    if (isSibling && !byFlow.has(other.via)) byFlow.set(other.via, other);
  }
  return [...byFlow.values()];
}

/** Whether a token has come by every incoming flow. */
export const isComplete = (move: Move, place: Place, token: Token): boolean =>
  joiners(move, token).length >= place.incoming.length;

/** Consumes the tokens that go on as one. */
export function consumeJoiners(move: Move, token: Token): void {
  for (const { id } of joiners(move, token)) removeToken(move, id);
}
