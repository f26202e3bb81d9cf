import type { ClientRequest } from '@latchkey/passkeys';
import { pageAnswerName } from './page-answer-name.ts';
import type { Acted, Acting } from './perform-act.ts';
import { sendToTask } from './send-to-task.ts';
import { notRegistered, type PromptResult, simulatePasskey } from './simulate-passkey.ts';
import { seedOfNextStep } from './simulated-devices.ts';
import { answeringOrigin, givenTo, promptOf, type Wait } from './standing.ts';
import { unfit } from './test-run.ts';

/**
 * Does at a Custom Page what its script and the broker do together: opens the ceremony, answers its prompt as the act
 * says, and sends what came of it under the name by which the diagram reads it.
 */
export async function answerCustomPage(acting: Acting, wait: Wait): Promise<Acted> {
  const { act, standing } = acting;
  const name = pageAnswerName(standing.definition, String(givenTo(standing, wait).customPageKey));
  const result = await promptResult(acting, wait);
  const { kind, elapsedMs } = result;
  await sendToTask(acting, wait, {
    kind: 'prompted',
    elapsedMs,
    ...(kind === 'registered'
      ? { outcome: 'registered' }
      : { outcome: result.outcome, errorName: result.errorName }),
  });
  const passkey = kind === 'registered' ? result.response : null;
  await sendToTask(acting, wait, { kind: 'sent', variables: { ...act.values, [name]: passkey } });
  return { element: wait.token.node, act: { ...act, values: { ...act.values } } };
}

async function promptResult(acting: Acting, wait: Wait): Promise<PromptResult> {
  const { act, needs, standing } = acting;
  const prompt = await promptOf(needs, standing, wait);
  if (prompt?.request === undefined) unfit('The process has started no passkey registration.');
  const { challenge } = prompt.request;
  const answer = await sendToTask(acting, wait, { kind: 'ceremony', challenge });
  const { clientRequest } = (answer ?? {}) as { readonly clientRequest?: ClientRequest };
  if (clientRequest === undefined) unfit('The page gets no options for a passkey.');
  if (act.kind === 'close-prompt') {
    const { outcome = 'cancelled' } = act;
    return notRegistered(outcome, outcome === 'timed-out' ? clientRequest.timeout : undefined);
  }
  const origin = answeringOrigin(prompt.origins, needs.publicUrl());
  return simulatePasskey(clientRequest, origin, act.authenticator ?? {}, seedOfNextStep(acting.run));
}
