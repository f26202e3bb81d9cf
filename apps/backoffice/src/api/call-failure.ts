import type { ProblemBody } from '@latchkey/contract';
import { common } from '../words/common.ts';

/** A call that failed, with the problem as the API tells it. */
export class CallFailure extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody, cause?: unknown) {
    super(problem.detail ?? problem.title, cause === undefined ? {} : { cause });
    this.name = 'CallFailure';
    this.problem = problem;
  }
}

/** The problem in a failure; anything else is a fault of ours and told as such. */
export function problemIn(failure: unknown): ProblemBody {
  if (failure instanceof CallFailure) return failure.problem;
  return {
    type: 'urn:latchkey:problem:client.fault',
    code: 'client.fault',
    status: 0,
    title: common.faultTitle,
    detail: common.faultText(failure instanceof Error ? failure.message : String(failure)),
    instance: '',
    traceId: '',
  };
}

/** Whether a failure says that a fresh sign-in is needed first. */
export const isStepUpNeeded = (failure: unknown): boolean =>
  failure instanceof CallFailure && failure.problem.code === 'access.step-up-needed';

/** Whether a failure says that nobody is signed in (any more). */
export const isSignedOut = (failure: unknown): boolean =>
  failure instanceof CallFailure && failure.problem.status === 401;
