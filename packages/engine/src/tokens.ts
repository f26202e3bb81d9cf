import type { Move } from './move.ts';
import type { Token } from './state.ts';
import { cancelTimers } from './timers.ts';

/** Where a token comes from: an arrival (no id yet) or a token that already rests at the place. */
export type Origin = {
  readonly id?: string;
  readonly parent?: string | undefined;
  readonly via?: string | undefined;
  readonly fired?: readonly string[] | undefined;
};

type Draft = { -readonly [Key in keyof Token]: Token[Key] };

/**
 * Lets a token rest at a node. Every visit gets a fresh id, so that an answer meant for an earlier visit finds nobody.
 * An origin with an id keeps it.
 */
export function rest(move: Move, node: string, from: Origin, status: Token['status']): Draft {
  const token: Draft = { id: from.id ?? newTokenId(move), node, status };
  if (from.parent !== undefined) token.parent = from.parent;
  if (from.via !== undefined) token.via = from.via;
  if (from.fired !== undefined) token.fired = from.fired;
  putToken(move, token);
  return token;
}

const newTokenId = (move: Move): string => `t${move.next++}`;

/** Puts a token in the place of the one with its id, or adds it. */
export function putToken(move: Move, token: Token): void {
  const at = indexOf(move, token.id);
  if (at < 0) move.tokens.push(token);
  else move.tokens[at] = token;
}

/** The token with an id, if it still exists. */
export function findToken(move: Move, id: string | undefined): Token | undefined {
  if (id === undefined) return undefined;
  const at = indexOf(move, id);
  return at < 0 ? undefined : move.tokens[at];
}

/** Takes a token and its timers away. */
export function removeToken(move: Move, id: string): void {
  const at = indexOf(move, id);
  if (at < 0) return;
  move.tokens.splice(at, 1);
  cancelTimers(move, id);
}

function indexOf(move: Move, id: string): number {
  for (let at = 0; at < move.tokens.length; at++) if (move.tokens[at]?.id === id) return at;
  return -1;
}
