import type { SubmissionAnswer } from '../protocol.ts';
import { createPasskey, type Result } from './ceremony.ts';
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

/** Asks the device for a passkey, with a way out while it waits, and tells the server what came of it. */
export async function register(
  task: Task,
  clientRequest: unknown,
  stop: AbortController,
): Promise<SubmissionAnswer> {
  show('waiting', { cancel: () => stop.abort('person') });
  return report(task, await createPasskey(clientRequest, task.timeoutMs, stop.signal));
}

/** Tells the server a result. It is kept until the server has it: a reload in between sends it then. */
export async function report(task: Task, result: Result): Promise<SubmissionAnswer> {
  keep(keyOf(task), result);
  show('saving');
  const answer = await post(task, result);
  forgetResult(task);
  return answer;
}

/** A result that a reload kept from being sent. */
export const unsentResult = (task: Task): Result | null => recall(keyOf(task)) as Result | null;

/** Nobody wants it any more. */
export const forgetResult = (task: Task): void => keep(keyOf(task));
