import { nextDueAt, type State } from '@latchkey/engine';
import type { InstanceStatus } from './process-instance.ts';
import { failedChecks } from './session-data/checks.ts';
import { type Decision, decisionOf } from './session-data/decision.ts';
import type { SessionData } from './session-data/session-data.ts';

const byDecision: Readonly<Record<Decision, InstanceStatus>> = Object.freeze({
  PASS: 'COMPLETED_ENDED_SUCCESS',
  FAIL: 'COMPLETED_ENDED_ERROR',
  REVIEW: 'REVIEW',
});

/**
 * The status of an instance in a state (docs/words.md, "How an instance ends"): while it moves ACTIVE; with nothing
 * left but incidents COMPLETED_PROCESS_ERROR; ended by cancelling, or with a timeout as its last unmended failure,
 * COMPLETED_TERMINATED; at an error end COMPLETED_ENDED_ERROR; else by its decision, and without one by its checks.
 */
export function statusOf(state: State, data: SessionData): InstanceStatus {
  if (state.status === 'active') return 'ACTIVE';
  if (state.status === 'terminated') return 'COMPLETED_TERMINATED';
  if (hasIncident(state)) return 'COMPLETED_PROCESS_ERROR';
  const failed = failedChecks(data);
  if (isTimeout(failed.at(-1)?.code)) return 'COMPLETED_TERMINATED';
  if (state.status === 'failed') return 'COMPLETED_ENDED_ERROR';
  return byDecision[decisionOf(data) ?? (failed.length > 0 ? 'FAIL' : 'PASS')];
}

/** Whether the instance has left the engine: nothing can happen to it any more. */
export const hasEnded = (state: State): boolean => state.status !== 'active' && state.tokens.length === 0;

/** Whether a token rests on a failure that nobody caught. */
export const hasIncident = (state: State): boolean =>
  state.tokens.some(({ status }) => status === 'incident');

/** When a worker has to look at it again: its next timer or its own deadline, in milliseconds. */
export function dueAtOf(state: State, deadlineAt: number | null): number | null {
  if (hasEnded(state)) return null;
  // An incident waits for an operator: the deadline would hide it as an ordinary end.
  const deadline = state.status === 'active' ? deadlineAt : null;
  const moments = [nextDueAt(state), deadline].filter((moment) => typeof moment === 'number');
  return moments.length > 0 ? Math.min(...moments) : null;
}

const isTimeout = (code: string | undefined) => code?.endsWith('.timed-out') === true;
