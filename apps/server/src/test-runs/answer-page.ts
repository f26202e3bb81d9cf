import type { ClientRequest } from '@latchkey/passkeys';
import { attemptOf, submitTask } from '../processes/submit-task.ts';
import type { Acted, Acting } from './perform-act.ts';
import { moverOf } from './perform-act.ts';
import { notRegistered, type PromptResult, simulatePasskey } from './simulate-passkey.ts';
import { promptOf, type Wait, waitFor } from './standing.ts';
import { testRunProblems, unfit } from './test-run.ts';

type Values = Readonly<Record<string, unknown>>;
type FieldError = { readonly field: string; readonly message: string };

/** Sends a form as its page does. */
export async function answerForm(acting: Acting): Promise<Acted> {
  const wait = waitFor(acting.standing, acting.act.token, 'form');
  const values = await valuesOf(acting);
  const answer = await send(acting, wait, { kind: 'submit', values });
  if (answer !== undefined) refusedBy(answer);
  return { element: wait.token.node, act: { ...acting.act, values } };
}

/** Sends a passkey form, and answers its prompt with a simulated authenticator. */
export async function answerPrompt(acting: Acting): Promise<Acted> {
  const wait = waitFor(acting.standing, acting.act.token, 'passkey-form');
  const values = await valuesOf(acting);
  const request = await optionsOf(acting, wait, values);
  const prompt = await promptOf(acting.needs, acting.standing, wait);
  const own = acting.needs.publicUrl();
  const origin = prompt?.origins.includes(own) ? own : (prompt?.origins[0] ?? own);
  const result = simulatePasskey(request, origin, acting.act.authenticator ?? {});
  await answered(acting, wait, result);
  return { element: wait.token.node, act: { ...acting.act, values } };
}

/** Outcomes that the page knows before any prompt: 'Not now', and a browser without passkeys. */
const beforePrompt: readonly string[] = ['cancelled', 'unsupported'];

/** Lets the prompt of a passkey form end without a passkey. */
export async function closePrompt(acting: Acting): Promise<Acted> {
  const { outcome = 'cancelled' } = acting.act;
  const wait = waitFor(acting.standing, acting.act.token, 'passkey-form');
  const values = await valuesOf(acting);
  const answer = await send(acting, wait, { kind: 'prepare', values });
  const request = isOptions(answer) ? answer.clientRequest : undefined;
  if (request === undefined && !beforePrompt.includes(outcome)) refusedBy(answer);
  const elapsed = outcome === 'timed-out' ? request?.timeout : undefined;
  await answered(acting, wait, notRegistered(outcome, elapsed));
  return { element: wait.token.node, act: { ...acting.act, outcome, values } };
}

/** What is entered: as the tester says, as the page has it, or as it stands in the form. */
async function valuesOf({ act, run, needs, standing }: Acting): Promise<Values> {
  const given = act.values ?? run.entered;
  if (given !== undefined && given !== null) return given;
  const view = await needs.presentView(standing.journey);
  return view.kind === 'form' ? view.values : {};
}

async function optionsOf(acting: Acting, wait: Wait, values: Values): Promise<ClientRequest> {
  const answer = await send(acting, wait, { kind: 'prepare', values });
  return isOptions(answer) ? answer.clientRequest : refusedBy(answer);
}

async function answered(acting: Acting, wait: Wait, result: PromptResult): Promise<void> {
  const answer = await send(acting, wait, result);
  if (answer !== undefined) refusedBy(answer);
}

type Sent = PromptResult | { readonly kind: 'submit' | 'prepare'; readonly values: Values };

/** Sends what the page sends; answers what the page would be told while it stays where it is. */
async function send({ needs, run, standing }: Acting, { token }: Wait, sent: Sent): Promise<unknown> {
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

const isOptions = (answer: unknown): answer is { readonly clientRequest: ClientRequest } =>
  (answer as { readonly kind?: unknown } | undefined)?.kind === 'options';

/** Tells which fields are not filled in as the form wants them. */
function refusedBy(answer: unknown): never {
  const { errors = [] } = (answer ?? {}) as { readonly errors?: readonly FieldError[] };
  if (answer === undefined) unfit('The run stands somewhere else by now.');
  throw testRunProblems.create('test-run.form-refused', {
    detail: errors.map(({ field, message }) => `${field}: ${message}`).join(' '),
    errors: errors.map(({ field, message }) => ({ pointer: `/values/${field}`, detail: message })),
  });
}
