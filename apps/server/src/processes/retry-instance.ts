import type { Actor } from '../access/actor.ts';
import { happen } from './instance-step.ts';
import { lockOwn } from './lock-own.ts';
import type { MoveInstance } from './move-instance.ts';
import { instanceProblems } from './process-instance.ts';

/**
 * Tries every incident of an instance again. Throws `process-instance.not-found` and `process-instance.no-incident`.
 */
export const retryInstance = (move: MoveInstance) => async (actor: Actor, id: string) => {
  const moved = await move({
    lock: lockOwn(actor, id),
    actor: () => actor,
    change: async ({ step }) => {
      const incidents = step?.state.tokens.filter(({ status }) => status === 'incident') ?? [];
      if (step === undefined || incidents.length === 0)
        throw instanceProblems.create('process-instance.no-incident');
      const retried = incidents.reduce(
        (before, { id: token }) => happen(before, { kind: 'incident-retried', token }),
        step,
      );
      return { step: retried, result: undefined };
    },
  });
  if (moved === undefined) throw instanceProblems.create('process-instance.not-found');
};
export type RetryInstance = ReturnType<typeof retryInstance>;
