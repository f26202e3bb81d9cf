import type { CeremonyRequest, PageAnswer } from '../../protocol.ts';
import { createPasskey, isSupported, type Result } from '../ceremony.ts';
import { post } from '../report.ts';
import { rememberUser } from '../signal.ts';
import { show, showView } from '../states.ts';
import { confirmed } from './confirm.ts';
import type { PageTask } from './page-task.ts';

/** What the page gets for its `create()`: RegistrationResponseJSON, or the name of the DOMException. */
export type CeremonyAnswer = { readonly credential: unknown } | { readonly errorName: string };

const defaultTimeoutMs = 300_000;

/** Runs one ceremony for a page: with the server's options, after a press outside the frame. */
export async function runCeremony(
  task: PageTask,
  request: CeremonyRequest,
  stop: AbortController,
): Promise<CeremonyAnswer> {
  if (!isSupported()) return { errorName: 'NotSupportedError' };
  const answer = await post<PageAnswer>(task, { kind: 'ceremony', ...request });
  if (answer.kind !== 'options')
    return { errorName: answer.kind === 'refused' ? answer.errorName : 'NotAllowedError' };
  rememberUser(answer.clientRequest);
  const result = await prompted(answer.clientRequest, stop);
  showView();
  const { outcome, errorName, elapsedMs } = told(result);
  await post<PageAnswer>(task, {
    kind: 'prompted',
    outcome,
    elapsedMs,
    ...(errorName !== undefined && { errorName }),
  });
  return result.kind === 'registered' ? { credential: result.response } : { errorName: result.errorName };
}

async function prompted(clientRequest: unknown, stop: AbortController): Promise<Result> {
  if (!(await confirmed(clientRequest, stop.signal)))
    return { kind: 'not-registered', outcome: 'cancelled', errorName: 'NotAllowedError', elapsedMs: 0 };
  show('waiting', { cancel: () => stop.abort('person') });
  return createPasskey(clientRequest, defaultTimeoutMs, stop.signal);
}

const told = (result: Result) =>
  result.kind === 'registered'
    ? ({ outcome: 'registered', errorName: undefined, elapsedMs: result.elapsedMs } as const)
    : result;
