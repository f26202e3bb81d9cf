import { accessProblems } from './access-problems.ts';
import type { Actor } from './actor.ts';

const freshMs = 5 * 60_000;

/** Whether an operator proved by passkey within five minutes who they are. */
export const isFresh = ({ kind, signedInAt = 0 }: Actor, now: number): boolean =>
  kind === 'operator' && now - signedInAt <= freshMs;

/**
 * Throws `access.step-up-needed` for an operator whose sign-in is older: a session that was left open, or taken, is not
 * enough. API keys have no sign-in; of them the permission alone is asked.
 */
export function requireFreshOperator(actor: Actor, now: number): void {
  if (actor.kind === 'operator' && !isFresh(actor, now)) throw accessProblems.create('access.step-up-needed');
}
