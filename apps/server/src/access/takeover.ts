import { accessProblems } from './access-problems.ts';
import type { Actor } from './actor.ts';
import { isFresh } from './fresh-sign-in.ts';

/** Whoever registers a passkey for somebody can become them. */
const takeover = /#IdentityStore:createPasskeyRegistrationForUser(ByExtId)?$/;

/**
 * The permission to register passkeys for others, alone or in a role, is granted only by an operator who signed in
 * within five minutes, or by the system. Throws `access.step-up-needed` for what `granted` adds to what was `held` before.
 */
export function requireStepUp(
  actor: Actor,
  now: number,
  granted: readonly string[],
  held: readonly string[] = [],
): void {
  const isTakeover = granted.some((permission) => takeover.test(permission) && !held.includes(permission));
  if (isTakeover && actor.kind !== 'system' && !isFresh(actor, now))
    throw accessProblems.create('access.step-up-needed');
}
