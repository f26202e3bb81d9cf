import type { BackofficeWorld } from './backoffice-world.ts';
import { person } from './person.ts';
import { example } from './showcase-versions.ts';

const manager = '/api/process-manager';
const forms = {
  addAnotherSignInForm: 'add-another-sign-in-form',
  addAnotherSignInRetryForm: 'add-another-sign-in-retry-form',
  addAnotherPasskeyForm: 'add-another-passkey-form',
  addAnotherRetryForm: 'add-another-retry-form',
} as const;
const name = 'Add another passkey';
const closed = {
  kind: 'not-asserted',
  outcome: 'cancelled',
  errorName: 'NotAllowedError',
  elapsedMs: 3_400,
} as const;

/**
 * A process in which people sign in, and the id of an instance of it: its person closes the prompt, answers with a
 * passkey that nobody knows, signs in with their own, and is asked for another one.
 */
export async function signInShowcase(world: BackofficeWorld, browser: string) {
  const [guide, pt] = [new URL(world.journeyUrl).searchParams.get('pt') ?? '', await tokenOf(world)];
  const visitor = () => person(world.baseUrl, '', browser, world.baseUrl);

  // Makes a passkey and never sends it.
  const stranger = visitor();
  const unsent = await stranger.start({ pt: guide });
  stranger.credentialFor(await stranger.prepare(unsent));

  const mary = visitor();
  await mary.register(await mary.start({ pt: guide }));
  const at = await mary.start({ pt });
  await mary.askedToSignIn(at);
  const again = await mary.press(mary.after(at, await mary.send(at, closed)));
  const unknown = stranger.assertionFor(await mary.askedToSignIn(again));
  const sent = await mary.send(again, { kind: 'asserted', response: unknown, elapsedMs: 2_100 });
  await mary.signIn(mary.after(again, sent));
  return { process: name, instance: at.instanceId };
}

/** The process as it is deployed with its forms; a token for it. */
async function tokenOf({ call }: BackofficeWorld): Promise<string> {
  const creationOption = 'Save & Deploy';
  for (const [form, file] of Object.entries(forms)) {
    const resource = await example(`forms/${file}.json`);
    await call('POST', `${manager}/customDataForms`, { name: form, resource, creationOption });
  }
  const resources = { bpmn: { data: await example('passkey-add-another.bpmn'), type: 'BPMN' } };
  await call('POST', `${manager}/processDefinitions`, { name, resources, creationOption });
  const parameters = { firstName: 'Mary', lastName: 'Jackson' };
  const token = { name: 'Link for Mary', processDefnName: name, status: 'ACTIVE', parameters };
  return String((await call('POST', `${manager}/processTokens`, token)).id);
}
