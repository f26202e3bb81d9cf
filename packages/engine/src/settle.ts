import { behaviourOf } from './behaviours.ts';
import { consumeJoiners } from './gateways/join.ts';
import { raiseIncident } from './incidents.ts';
import { endInstance, type Move } from './move.ts';
import type { Token } from './state.ts';

/** More nodes than this in one step means a circle in which nothing ever waits. */
const mostEntries = 1_000;

/** Lets everything move that can, until every token rests; then says how the instance stands. */
export function settle(move: Move): void {
  let entries = 0;
  do {
    for (let arrival = move.pending.shift(); arrival !== undefined; arrival = move.pending.shift()) {
      behaviourOf(arrival.place).enter(move, arrival.place, arrival);
      if (++entries > mostEntries) endInstance(move, 'failed', 'process.endless-loop');
    }
  } while (move.tokens.some((token) => finishScope(move, token) || openJoin(move, token)));
  if (move.status === 'active') judge(move);
}

/** A sub-process with nothing left inside is done. */
function finishScope(move: Move, token: Token): boolean {
  if (token.status !== 'containing') return false;
  const place = move.plan.places.get(token.node);
  if (place === undefined || move.tokens.some(({ parent }) => parent === token.id)) return false;
  behaviourOf(place).leave(move, place, token);
  return true;
}

/** A join that need not wait any longer goes on as one token. */
function openJoin(move: Move, token: Token): boolean {
  if (token.status !== 'joining') return false;
  const place = move.plan.places.get(token.node);
  if (place === undefined || !behaviourOf(place).opens?.(move, place, token)) return false;
  consumeJoiners(move, token);
  behaviourOf(place).leave(move, place, { parent: token.parent });
  return true;
}

function judge(move: Move): void {
  if (move.tokens.length === 0) endInstance(move, 'completed');
  else if (move.timers.length === 0 && move.tokens.every(isPassive)) stop(move);
}

/** Nothing can move but by an operator. */
function stop(move: Move): void {
  if (!move.tokens.some(({ status }) => status === 'incident')) reportDeadlock(move);
  move.status = 'failed';
}

const passive: ReadonlySet<Token['status']> = new Set(['incident', 'joining', 'containing']);
const isPassive = ({ status }: Token): boolean => passive.has(status);

/** Only joins are left, and each waits for a token that cannot come: the diagram is unsound. */
function reportDeadlock(move: Move): void {
  for (const token of move.tokens.filter(({ status }) => status === 'joining')) {
    raiseIncident(move, token.node, token, 'process.deadlock');
  }
}
