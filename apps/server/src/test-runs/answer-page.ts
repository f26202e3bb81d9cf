import type { ClientRequest } from '@latchkey/passkeys';
import { answerCustomPage } from './answer-custom-page.ts';
import { lastingValues } from './lasting-values.ts';
import type { Acted, Acting } from './perform-act.ts';
import { sendToTask } from './send-to-task.ts';
import { notRegistered, type PromptResult, type SignInResult, simulatePasskey } from './simulate-passkey.ts';
import { seedOfNextStep } from './simulated-devices.ts';
import { answeringOrigin, promptOf, type Wait, waitFor } from './standing.ts';
import { formRefused, type RefusedField, unfit } from './test-run.ts';

type Values = Readonly<Record<string, unknown>>;

/** Sends a form as its page does. */
export async function answerForm(acting: Acting): Promise<Acted> {
  const wait = waitFor(acting.standing, acting.act.token, 'form', 'page');
  const values = await valuesOf(acting);
  const done = { element: wait.token.node, act: await keptAct(acting, wait, values) };
  const answer = await sendToTask(acting, wait, { kind: 'submit', values });
  return answer === undefined ? done : { ...done, refused: refusedBy(answer) };
}

/** Sends a passkey form, and answers its prompt with a simulated authenticator. */
export async function answerPrompt(acting: Acting): Promise<Acted> {
  const wait = waitFor(acting.standing, acting.act.token, 'passkey-form', 'page');
  if (wait.kind === 'page') return answerCustomPage(acting, wait);
  const values = await valuesOf(acting);
  const done = { element: wait.token.node, act: await keptAct(acting, wait, values) };
  const answer = await optionsOf(acting, wait, values);
  if (!isOptions(answer)) return { ...done, refused: refusedBy(answer) };
  const prompt = await promptOf(acting.needs, acting.standing, wait);
  const origin = answeringOrigin(prompt?.origins ?? [], acting.needs.publicUrl());
  const device = acting.act.authenticator ?? {};
  const result = simulatePasskey(answer.clientRequest, origin, device, seedOfNextStep(acting.run));
  await answered(acting, wait, result);
  return done;
}

/** Outcomes that the page knows before any prompt: 'Not now', and a browser without passkeys. */
export const beforePrompt: readonly string[] = ['cancelled', 'unsupported'];

/** Lets the prompt of a passkey form end without a passkey. */
export async function closePrompt(acting: Acting): Promise<Acted> {
  const { outcome = 'cancelled' } = acting.act;
  const wait = waitFor(acting.standing, acting.act.token, 'passkey-form', 'page');
  if (wait.kind === 'page') return answerCustomPage(acting, wait);
  const values = await valuesOf(acting);
  const act = { ...(await keptAct(acting, wait, values)), outcome };
  const done = { element: wait.token.node, act };
  const answer = await optionsOf(acting, wait, values);
  const request = isOptions(answer) ? answer.clientRequest : undefined;
  if (request === undefined && !beforePrompt.includes(outcome))
    return { ...done, refused: refusedBy(answer) };
  const elapsed = outcome === 'timed-out' ? request?.timeout : undefined;
  await answered(acting, wait, notRegistered(outcome, elapsed));
  return done;
}

/** What is entered: as the tester says, as the page has it, or as it stands in the form. */
export async function valuesOf({ act, run, needs, standing }: Acting): Promise<Values> {
  const given = act.values ?? run.entered;
  if (given !== undefined && given !== null) return given;
  const view = await needs.presentView(standing.journey);
  return view.kind === 'form' ? view.values : {};
}

/** The act as the run keeps it. */
export async function keptAct({ act, needs, standing }: Acting, { token }: Wait, values: Values) {
  return { ...act, values: await lastingValues(needs, standing.journey, token.id, values) };
}

/** Sends the form; where the page has done so and opened the prompt, not all of its values were kept. */
async function optionsOf(acting: Acting, wait: Wait, values: Values): Promise<unknown> {
  const { act, run, needs, standing } = acting;
  const isOpened = act.values === undefined && run.entered !== null;
  const opened = isOpened ? await promptOf(needs, standing, wait) : undefined;
  if (opened) return { kind: 'options', clientRequest: opened.request };
  return sendToTask(acting, wait, { kind: 'prepare', values });
}

/** Sends what the prompt came to. */
export async function answered(
  acting: Acting,
  wait: Wait,
  result: PromptResult | SignInResult,
): Promise<void> {
  const answer = await sendToTask(acting, wait, result);
  if (answer !== undefined) throw formRefused(fieldsOf(answer));
}

/** Whether the form was taken, and its page gets the options of the prompt. */
export const isOptions = (answer: unknown): answer is { readonly clientRequest: ClientRequest } =>
  (answer as { readonly kind?: unknown } | undefined)?.kind === 'options';

/** The fields that are not filled in as the form wants them. Throws when it was refused for anything else. */
export function refusedBy(answer: unknown): readonly RefusedField[] {
  if (answer === undefined) unfit('The run stands somewhere else by now.');
  const refused = fieldsOf(answer);
  if (refused.length === 0) throw formRefused(refused);
  return refused;
}

/** What a page is told of its fields. */
export const fieldsOf = (answer: unknown): readonly RefusedField[] =>
  ((answer ?? {}) as { readonly errors?: readonly RefusedField[] }).errors ?? [];
