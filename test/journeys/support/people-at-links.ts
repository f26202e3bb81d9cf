import type { Browser, Page } from 'playwright-core';
import { addAuthenticator } from '../../support/authenticator.ts';
import type { BackofficeWorld } from '../../support/backoffice-world.ts';
import { chain, diagram, endEvent, startEvent, task } from '../../support/diagram.ts';

/** A person with a browser of their own at a link. */
export async function visitor(browser: Browser, link: string): Promise<Page> {
  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await addAuthenticator(theirs);
  await theirs.goto(link);
  return theirs;
}

/** Begins at a link that counts its uses: it asks before it uses one. Answers the instance. */
export async function begin(theirs: Page): Promise<string> {
  await theirs.locator('form[data-form=start] button').click();
  return instanceOf(theirs);
}

/** The instance at whose address a person is. */
export async function instanceOf(theirs: Page): Promise<string> {
  await theirs.waitForURL(/\/web\/trustweb\/[A-Z0-9]+/);
  return new URL(theirs.url()).pathname.split('/').at(-1) ?? '';
}

/** A process that leaves the decision to a person. */
export const undecided = diagram(
  startEvent(),
  task('Decide', 'simpleDecider', { deriveDecisionFrom: '${"REVIEW"}' }),
  endEvent(),
  chain('Decide'),
);
/** A process that names a form which is not there. */
export const faulty = diagram(
  startEvent(),
  task('Form', 'customDataForm', { dataFormName: 'nowhere' }),
  endEvent(),
  chain('Form'),
);

const manager = '/api/process-manager';

/** A process whose form is a draft still, so that its instances fail until it is deployed. */
export async function fragileProcess({ call, baseUrl }: BackofficeWorld) {
  const form = await call('POST', `${manager}/customDataForms`, {
    name: 'late',
    resource: '{"title":{"values":{"en":"Late"}},"components":[]}',
    creationOption: 'Save',
  });
  const data = diagram(
    startEvent(),
    task('Form', 'customDataForm', { dataFormName: '${_initial.form}' }),
    endEvent(),
    chain('Form'),
  );
  const creationOption = 'Save & Deploy';
  const resources = { bpmn: { data, type: 'BPMN' } };
  await call('POST', `${manager}/processDefinitions`, { name: 'late', resources, creationOption });
  const token = await call('POST', `${manager}/processTokens`, {
    name: 'late',
    processDefnName: 'late',
    status: 'ACTIVE',
    parameters: { form: 'late', lastName: 'Lovelace' },
  });
  return { formId: String(form.id), link: `${baseUrl}/web/trustweb?pt=${token.id}` };
}

/** The screens of processes and forms; `{name}` is what a test has made under that name. */
export const processScreens = [
  '/definitions',
  '/definitions?q=nobody',
  '/definitions/{definition}',
  '/tokens',
  '/tokens/new',
  '/tokens/{token}',
  '/instances',
  '/instances?status=REVIEW',
  '/instances/{instance}',
  '/instances/{incident}',
  '/reviews',
  '/forms',
  '/forms/new',
  '/forms/passkeyRegistrationForm',
] as const;
