import type { SubmissionAnswer } from '../protocol.ts';
import { createPasskey, type Result, type SignInResult, signIn } from './ceremony.ts';
import { send } from './send.ts';
import { show } from './states.ts';
import { keep, recall } from './storage.ts';
import type { Body, Task } from './task.ts';

const keyOf = ({ path, attempt }: Task): string => `result:${path}:${attempt}`;

/** Sends something for a task. */
export const post = <Answer = SubmissionAnswer>(
  { path, attempt }: Pick<Task, 'path' | 'attempt'>,
  body: Body,
): Promise<Answer> => send(path, { attempt, ...body });

/** Asks the device as the task is about, with a way out while it waits, and tells the server what came of it. */
export async function prompt(
  task: Task,
  clientRequest: unknown,
  stop: AbortController,
): Promise<SubmissionAnswer> {
  show('waiting', { cancel: () => stop.abort('person') });
  const ask = task.isSignIn ? signIn : createPasskey;
  return report(task, await ask(clientRequest, task.timeoutMs, stop.signal));
}

/** Tells the server a result. It is kept until the server has it: a reload in between sends it then. */
export async function report(task: Task, result: Result | SignInResult): Promise<SubmissionAnswer> {
  keep(keyOf(task), result);
  show('saving');
  const answer = await post(task, result);
  forgetResult(task);
  return answer;
}

/** 'Not now': the person goes on without a prompt. */
export const declineTask = (task: Task): Promise<SubmissionAnswer> => {
  const declined = { outcome: 'cancelled', errorName: 'NotNow', elapsedMs: 0 } as const;
  return report(task, { kind: task.isSignIn ? 'not-asserted' : 'not-registered', ...declined });
};

/** A result that a reload kept from being sent. */
export const unsentResult = (task: Task): Result | SignInResult | null =>
  recall(keyOf(task)) as Result | SignInResult | null;

/** Nobody wants it any more. */
export const forgetResult = (task: Task): void => keep(keyOf(task));
