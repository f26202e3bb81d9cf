import { clockworkActor } from './actors.ts';
import { fireTimers } from './fire-timers.ts';
import type { InstanceStep } from './instance-step.ts';
import type { MoveInstance, OpenInstance } from './move-instance.ts';
import type { Instance } from './process-instance.ts';
import { terminated } from './terminated.ts';

/** Moves an instance whose timer or own deadline is due; `claim` locks one, if there is one. Answers its id. */
export async function fireDueInstance(
  move: MoveInstance,
  claim: Parameters<MoveInstance>[0]['lock'],
): Promise<string | undefined> {
  const moved = await move({ lock: claim, actor: clockworkActor, change: timePassed });
  return moved?.instance.id;
}

async function timePassed(open: OpenInstance) {
  const step = await afterDue(open);
  // A copy, so that the step is stored with its next due moment even when no timer changed anything.
  return { step: step && { ...step }, result: undefined };
}

/** The instance after all that is due by now; the same step where nothing is. */
export async function afterDue(open: OpenInstance): Promise<InstanceStep | undefined> {
  const { instance, step, place, now } = open;
  if (isOverdue(instance, now)) return terminated(open);
  return step && fireTimers(step, place);
}

const isOverdue = ({ deadlineAt, status }: Instance, now: number): boolean =>
  deadlineAt !== null && deadlineAt <= now && status !== 'COMPLETED_PROCESS_ERROR';
