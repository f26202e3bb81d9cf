import type { BackofficeWorld } from '../../support/backoffice-world.ts';
import { person } from '../../support/person.ts';
import { endingSignIn } from '../../support/sign-in-world.ts';

const manager = '/api/process-manager';
type Ended = { readonly instanceId: string; readonly facts: { readonly outcome: string } };

/**
 * Deploys a process in which people sign in: somebody does, somebody closes the prompt twice and lets it time out once.
 * Answers how many of them ended so, as the audit tells it.
 */
export async function endedSignIns({ call, baseUrl, journeyUrl }: BackofficeWorld, name: string) {
  const resources = { bpmn: { data: endingSignIn, type: 'BPMN' } };
  await call('POST', `${manager}/processDefinitions`, { name, resources, creationOption: 'Save & Deploy' });
  const token = { name, processDefnName: name, status: 'ACTIVE' };
  const { id: pt } = await call('POST', `${manager}/processTokens`, token);
  const ada = person(baseUrl, '', 'test', baseUrl);
  await ada.register(await ada.start({ pt: new URL(journeyUrl).searchParams.get('pt') ?? '' }));
  const signedIn = await ada.start({ pt });
  await ada.signIn(signedIn);
  const ids = [signedIn.instanceId];
  for (const outcome of ['cancelled', 'cancelled', 'timed-out'] as const) {
    const at = await ada.start({ pt });
    ids.push(at.instanceId);
    await ada.askedToSignIn(at);
    await ada.send(at, { kind: 'not-asserted', outcome, errorName: 'NotAllowedError', elapsedMs: 9 });
  }
  const { content } = await call('GET', '/api/audit?action=process-instance.ended&size=200');
  const ended: Ended[] = content.filter(({ instanceId }: Ended) => ids.includes(instanceId));
  return (outcome: string) => ended.filter(({ facts }) => facts.outcome === outcome).length;
}
