import type { Submission } from '@latchkey/journey';
import { attemptOf, submitTask } from '../processes/submit-task.ts';
import { type Acting, moverOf } from './perform-act.ts';
import type { Wait } from './standing.ts';
import { unfit } from './test-run.ts';

type Sent<Each = Submission> = Each extends Submission ? Omit<Each, 'attempt'> : never;

/** Sends what the page sends; answers what the page would be told while it stays where it is. */
export async function sendToTask(
  { needs, run, standing }: Acting,
  { token }: Wait,
  sent: Sent,
): Promise<unknown> {
  const { id, visitorHash } = standing.journey;
  const attempt = attemptOf(token.id);
  const moved = await submitTask(moverOf(needs, run))({
    instanceId: id,
    visitorHash: visitorHash ?? new Uint8Array(),
    task: token.id,
    attempt,
    language: 'en',
    submission: sent,
  });
  if (moved === undefined || moved.result.kind === 'late') unfit('The run stands somewhere else by now.');
  return moved.result.kind === 'answered' ? (moved.result.answer ?? {}) : undefined;
}
