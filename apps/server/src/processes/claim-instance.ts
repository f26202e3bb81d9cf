import { timingSafeEqual } from 'node:crypto';
import { isId } from '@latchkey/kernel';
import { journeyActor } from './actors.ts';
import { startStep } from './instance-step.ts';
import { type MoveInstance, subjectOf } from './move-instance.ts';
import type { Instance } from './process-instance.ts';
import { lockInstance } from './process-instances.sql.ts';

type Claim = {
  readonly instanceId: string;
  readonly startKeyHash: Uint8Array;
  readonly visitorHash: Uint8Array;
  readonly language: string;
};

/**
 * Lets the first browser that has the start key of an instance begin it; the same browser may come again.
 * Answers whether the instance is that browser's.
 */
export const claimInstance =
  (move: MoveInstance) =>
  async (claim: Claim): Promise<boolean> => {
    if (!isId(claim.instanceId)) return false;
    const moved = await move({
      lock: (sql) => lockInstance(sql, claim.instanceId),
      actor: journeyActor,
      language: claim.language,
      change: async ({ instance, definition, now }) => {
        if (instance.status !== 'PENDING' || !isSame(instance.startKeyHash, claim.startKeyHash)) {
          return { result: isSame(instance.visitorHash, claim.visitorHash) };
        }
        const step = startStep(subjectOf(instance, definition, now));
        return { step, visitorHash: claim.visitorHash, result: true };
      },
    });
    return moved?.result === true;
  };
export type ClaimInstance = ReturnType<typeof claimInstance>;

/** Whether two hashes are the same, in a time that tells nothing of where they differ. */
export const isSame = (known: Instance['visitorHash'], given: Uint8Array): boolean =>
  known !== null && known.length === given.length && timingSafeEqual(known, given);
