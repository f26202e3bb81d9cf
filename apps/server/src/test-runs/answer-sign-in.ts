import { fromBase64url } from '@latchkey/kernel';
import type { AuthenticationRequest } from '@latchkey/passkeys';
import type { SoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { answered, beforePrompt, isOptions, keptAct, refusedBy, valuesOf } from './answer-page.ts';
import type { Acted, Acting } from './perform-act.ts';
import { sendToTask } from './send-to-task.ts';
import { notAsserted } from './simulate-passkey.ts';
import { deviceHolding } from './simulated-devices.ts';
import { findHeldPasskeys, type HeldPasskey } from './simulated-passkeys.sql.ts';
import { answeringOrigin, promptOf, waitFor } from './standing.ts';
import { unfit } from './test-run.ts';

/** Sends a form that signs people in, and answers its prompt with the simulated passkey of somebody in the run. */
export async function answerSignIn(acting: Acting): Promise<Acted> {
  const { act, needs, standing } = acting;
  const wait = waitFor(standing, act.token, 'sign-in-form');
  const values = await valuesOf(acting);
  const done = { element: wait.token.node, act: await keptAct(acting, wait, values) };
  const answer = await sendToTask(acting, wait, { kind: 'prepare', values });
  if (!isOptions(answer)) return { ...done, refused: refusedBy(answer) };
  const request = answer.clientRequest as unknown as AuthenticationRequest;
  const device = await holderOf(acting, request);
  const prompt = await promptOf(needs, standing, wait);
  const origin = answeringOrigin(prompt?.origins ?? [], needs.publicUrl());
  const fault = act.authenticator?.fault;
  const response = device.getAssertion(request, { origin, ...(fault && { fault }) });
  await answered(acting, wait, { kind: 'asserted', response, elapsedMs: 800 });
  return done;
}

/** Whether the prompt that is meant signs people in. */
export const isSignIn = ({ standing, act }: Acting): boolean =>
  standing.waits.some(
    ({ kind, token }) => kind === 'sign-in-form' && (act.token === undefined || act.token === token.id),
  );

/** Lets the prompt of such a form end without anybody signing in. */
export async function closeSignIn(acting: Acting): Promise<Acted> {
  const { outcome = 'cancelled', token } = acting.act;
  const wait = waitFor(acting.standing, token, 'sign-in-form');
  if (outcome === 'already-registered') unfit('Nothing is registered by signing in.');
  const values = await valuesOf(acting);
  const done = { element: wait.token.node, act: { ...(await keptAct(acting, wait, values)), outcome } };
  const answer = await sendToTask(acting, wait, { kind: 'prepare', values });
  if (!isOptions(answer) && !beforePrompt.includes(outcome)) return { ...done, refused: refusedBy(answer) };
  const elapsed = outcome === 'timed-out' && isOptions(answer) ? answer.clientRequest.timeout : undefined;
  await answered(acting, wait, notAsserted(outcome, elapsed));
  return done;
}

/** A device of the run that can answer: that of the person who is meant, or of whoever has one. */
async function holderOf(
  { act, run, needs }: Acting,
  request: AuthenticationRequest,
): Promise<SoftAuthenticator> {
  const { rpId, allowCredentials } = request;
  const allowed = allowCredentials.map(({ id }) => Buffer.from(fromBase64url(id) ?? []).toString('hex'));
  const isMeant = ({ credentialId, person }: HeldPasskey) =>
    (allowed.length === 0 || allowed.includes(Buffer.from(credentialId).toString('hex'))) &&
    (act.person === undefined || act.person === person);
  const verified = act.authenticator?.userVerified;
  for (const passkey of (await findHeldPasskeys(needs.database, run.sandbox, rpId)).filter(isMeant)) {
    const device = deviceHolding(run, rpId, passkey, verified);
    if (device !== undefined) return device;
  }
  return unfit('Nobody who may sign in here has a simulated passkey: name a person when the run starts.');
}
