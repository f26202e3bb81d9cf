import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { addAuthenticator } from '../../support/authenticator.ts';
import { type Latchkey, removeDataDir, startLatchkey } from '../../support/latchkey.ts';
import { type Rest, rest } from '../../support/rest.ts';
import { policyRefusals } from './policy-refusals.ts';

/**
 * A real server and a browser in which Ada, an administrator, is signed in. `close` fails when the policy of a page
 * had to refuse anything.
 */
export type DesignerWorld = {
  readonly latchkey: Latchkey;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly api: Rest;
  /** What the policies of the pages refused. */
  readonly refusals: string[];
  readonly close: () => Promise<void>;
};

const processes = '/api/process-manager';

export async function designerWorld(): Promise<DesignerWorld> {
  const [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  const api = rest(latchkey.baseUrl, latchkey.apiKey);
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const refusals = await policyRefusals(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await addAuthenticator(page);
  await page.goto(latchkey.setUpUrl ?? '');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.waitForURL(/\/backoffice\/$/);
  return {
    latchkey,
    browser,
    context,
    page,
    api,
    refusals,
    close: async () => {
      await browser.close();
      await latchkey.stop();
      removeDataDir(latchkey.dataDir);
      if (refusals.length > 0) throw new Error(`The page broke its policy:\n${refusals.join('\n')}`);
    },
  };
}

/** The diagram as the server has it of the newest version. */
export async function savedDiagram(api: Rest, name: string): Promise<string> {
  const { body: versions } = await api.get(
    `${processes}/processDefinitions/${encodeURIComponent(name)}/versions?sort=version,desc`,
  );
  const { body } = await api.get(`${processes}/processDefinitions/${versions.content[0].id}`);
  return Buffer.from(body.resources.bpmn.data, 'base64').toString();
}

/** Saves a draft of a new definition. */
export const saveDiagram = (api: Rest, name: string, data: string) =>
  api.post(`${processes}/processDefinitions`, { name, resources: { bpmn: { type: 'BPMN', data } } });
