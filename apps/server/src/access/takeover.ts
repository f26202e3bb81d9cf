import { accessProblems } from './access-problems.ts';
import type { Actor } from './actor.ts';

/** Whoever registers a passkey for somebody can become them. */
const takeover = /#IdentityStore:createPasskeyRegistrationForUser(ByExtId)?$/;

const freshMs = 5 * 60_000;

/**
 * The permission to register passkeys for others, alone or in a role, is granted only by an operator who signed in within five minutes, or
 * by the system. Throws `access.step-up-needed` for what `granted` adds to what was `held` before.
 */
export function requireStepUp(
  { kind, signedInAt = 0 }: Actor,
  now: number,
  granted: readonly string[],
  held: readonly string[] = [],
): void {
  const isTakeover = granted.some((permission) => takeover.test(permission) && !held.includes(permission));
  const isFresh = kind === 'operator' && now - signedInAt <= freshMs;
  if (isTakeover && kind !== 'system' && !isFresh) throw accessProblems.create('access.step-up-needed');
}
