import type { Actor } from '../access/actor.ts';
import { lockOwn } from './lock-own.ts';
import type { MoveInstance } from './move-instance.ts';
import { instanceProblems } from './process-instance.ts';
import { terminated } from './terminated.ts';

/**
 * Ends an instance for good; everything that it waits for comes too late from then on.
 * Throws `process-instance.not-found` and `process-instance.ended`.
 */
export const cancelInstance = (move: MoveInstance) => async (actor: Actor, id: string) => {
  const moved = await move({
    lock: lockOwn(actor, id),
    actor: () => actor,
    change: async (open) => {
      const step = terminated(open);
      if (step.state === open.step?.state) throw instanceProblems.create('process-instance.ended');
      return { step, result: undefined };
    },
  });
  if (moved === undefined) throw instanceProblems.create('process-instance.not-found');
};
export type CancelInstance = ReturnType<typeof cancelInstance>;
