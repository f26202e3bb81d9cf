import { activityProblems } from '../activities/activity-problems.ts';
import type { UserAgentFamilies } from '../operators/user-agent-family.ts';
import { journeyActor } from './actors.ts';
import { isSame } from './claim-instance.ts';
import { afterDue } from './fire-due-instance.ts';
import type { InstanceStep } from './instance-step.ts';
import type { Moved, MoveInstance } from './move-instance.ts';
import { performTask, turnAt, type Workplace } from './perform-task.ts';
import { isOpen } from './process-instance.ts';
import { lockInstance } from './process-instances.sql.ts';

/** An answer from the page, addressed to one visit of one task. */
export type TaskSubmission = {
  readonly instanceId: string;
  readonly visitorHash: Uint8Array;
  readonly task: string;
  readonly attempt: number;
  readonly language: string;
  readonly submission: { readonly kind: string; readonly client?: UserAgentFamilies };
};

/** What came of it: an answer to the page that stays where it is, a journey that moved, or one that had moved before. */
export type SubmitResult =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'moved' }
  | { readonly kind: 'late' };

/**
 * Gives a task what the person at the page sent; compare-and-set on instance, token and attempt, so of two answers one
 * counts. `undefined` for an instance that is not this browser's. Throws `activity.submission-refused`.
 */
export const submitTask =
  (move: MoveInstance) =>
  (sent: TaskSubmission): Promise<Moved<SubmitResult> | undefined> =>
    move<SubmitResult>({
      lock: async (sql) => {
        const instance = await lockInstance(sql, sent.instanceId);
        return instance !== undefined && isSame(instance.visitorHash, sent.visitorHash)
          ? instance
          : undefined;
      },
      actor: journeyActor,
      language: sent.language,
      change: async (open) => {
        const { instance, place } = open;
        // What was due before the answer came has happened, although the clockwork has not seen it yet.
        const step = isOpen(instance) ? await afterDue(open) : undefined;
        if (step === undefined || !awaits(step, sent)) return { step, result: { kind: 'late' } };
        refuseForeign(step, sent, place);
        const { step: next, answer } = await performTask(
          step,
          sent.task,
          place,
          async (activity, parameters, run) => {
            return activity.submit?.(parameters, run, sent.submission) ?? { kind: 'waiting', data: run.data };
          },
        );
        const hasMoved = next.state !== step.state && answer === undefined;
        return { step: next, result: hasMoved ? { kind: 'moved' } : { kind: 'answered', answer } };
      },
    });
export type SubmitTask = ReturnType<typeof submitTask>;

/** The number of a visit: engine tokens are counted per instance and never come again. */
export const attemptOf = (token: string): number => Number(token.slice(1));

/** What a task does not take is the page's fault, and no failure of the activity. */
function refuseForeign(
  step: InstanceStep,
  { task, submission }: TaskSubmission,
  { findActivity }: Workplace,
): void {
  const accepts = turnAt(step, task, findActivity)?.activity.accepts ?? [];
  if (!accepts.includes(submission.kind)) throw activityProblems.create('activity.submission-refused');
}

function awaits(step: InstanceStep, { task, attempt }: TaskSubmission): boolean {
  const token = step.state.tokens.find(({ id }) => id === task);
  return token?.isAwaiting === true && token.status === 'working' && attempt === attemptOf(token.id);
}
