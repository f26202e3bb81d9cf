import { readFile } from 'node:fs/promises';
import type { BackofficeWorld } from './backoffice-world.ts';

/** A file of examples/. */
export const example = (path: string) => readFile(new URL(`../../examples/${path}`, import.meta.url), 'utf8');

/** A form in two versions, the newest a draft; its name. */
export async function twoForms({ call }: BackofficeWorld): Promise<string> {
  const name = 'Contact details';
  const resource = await example('forms/contact-details.json');
  const path = '/api/process-manager/customDataForms';
  const description = 'How people want to be reached';
  await call('POST', path, { name, description, resource, creationOption: 'Save & Deploy' });
  const changed = resource.replace('How can we reach you?', 'How shall we reach you?');
  await call('POST', path, { name, description, resource: changed, creationOption: 'Save' });
  return name;
}

/** A page in two versions, the newest a draft; its name. */
export async function twoPages({ call }: BackofficeWorld): Promise<string> {
  const name = 'Welcome';
  const paths = ['index.html', 'app.js', 'style.css'];
  const documents = await Promise.all(
    paths.map(async (path) => ({ path, text: await example(`custom-page/${path}`) })),
  );
  const path = '/api/theme-server/customPages';
  const description = 'Our own page around the passkey';
  const { id } = await call('POST', path, { name, description, documents, creationOption: 'Save & Deploy' });
  const text = 'body { background: #f4f6fb; }\n';
  const changed = { name, description, basedOn: id, documents: [{ path: 'style.css', text }] };
  await call('POST', path, { ...changed, creationOption: 'Save' });
  return name;
}

/** A definition in two versions: the first deployed, the second a draft that misses a parameter; its name. */
export async function twoDefinitions({ call }: BackofficeWorld): Promise<string> {
  const name = 'Staff registration';
  const drawn = await example('passkey-registration.bpmn');
  const path = '/api/process-manager/processDefinitions';
  const description = 'A passkey for everybody who joins';
  const resources = (data: string) => ({ bpmn: { data, type: 'BPMN' } });
  await call('POST', path, {
    name,
    description,
    resources: resources(drawn),
    creationOption: 'Save & Deploy',
  });
  const changed = drawn
    .replace('name="Add User"', 'name="Add the new colleague"')
    .replace(
      '<latchkey:parameter name="registrationTimeout">600<',
      '<latchkey:parameter name="registrationTimeout">900<',
    )
    .replace('<latchkey:parameter name="dataFormName">passkeyRetryForm</latchkey:parameter>', '');
  await call('POST', path, { name, description, resources: resources(changed), creationOption: 'Save' });
  return name;
}

/** A tag on the newest version of a definition. */
export async function tagged({ call }: BackofficeWorld, definition: string): Promise<void> {
  const path = '/api/process-manager/processDefinitions';
  const { content } = await call('GET', `${path}?name=${encodeURIComponent(definition)}`);
  await call('POST', `${path}/${content[0].id}/tags/live`, { colour: 'green' });
}
