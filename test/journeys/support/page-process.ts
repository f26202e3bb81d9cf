import { readFile } from 'node:fs/promises';
import { makeZip, type ZipEntry } from '../../support/make-zip.ts';
import type { Rest } from '../../support/rest.ts';

const example = (path: string) => readFile(new URL(`../../../examples/${path}`, import.meta.url), 'utf8');

/** The guide's Custom Page; `more` takes the place of its files. */
export async function guidePage(more: readonly ZipEntry[] = []): Promise<readonly ZipEntry[]> {
  const own = await Promise.all(
    ['index.html', 'style.css', 'app.js'].map(async (name) => ({
      name,
      text: await example(`custom-page/${name}`),
    })),
  );
  return [...own.filter(({ name }) => !more.some((one) => one.name === name)), ...more];
}

/** Uploads and deploys a page as a .zip. */
export const uploadPage = async (api: Rest, name: string, entries: readonly ZipEntry[]) =>
  mustBe(
    201,
    await api.post('/api/theme-server/customPages', {
      name,
      archive: makeZip(entries).toString('base64'),
      creationOption: 'Save & Deploy',
    }),
  );

/** Deploys the example's process with that page in the place of its own, and makes a link for it. */
export async function linkTo(api: Rest, baseUrl: string, page: string): Promise<string> {
  const bpmn = await example('passkey-registration-custom-page.bpmn');
  await deployProcess(api, page, bpmn.replace('>passkeyRegistrationPage<', `>${page}<`));
  return tokenOf(api, baseUrl, page);
}

const manager = '/api/process-manager';

/** Saves and deploys a process. */
export async function deployProcess(api: Rest, name: string, data: string): Promise<void> {
  const resources = { bpmn: { data, type: 'BPMN' } };
  const creationOption = 'Save & Deploy';
  mustBe(201, await api.post(`${manager}/processDefinitions`, { name, resources, creationOption }));
}

/** Makes a link to a process that is deployed. */
export async function tokenOf(api: Rest, baseUrl: string, name: string): Promise<string> {
  const token = { name, processDefnName: name, status: 'ACTIVE', type: 'UNLIMITED' };
  const { id } = mustBe(201, await api.post(`${manager}/processTokens`, token));
  return `${baseUrl}/web/trustweb?pt=${id}`;
}

function mustBe(status: number, answer: Awaited<ReturnType<Rest['post']>>) {
  if (answer.status !== status) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
