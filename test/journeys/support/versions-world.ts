import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { addAuthenticator } from '../../support/authenticator.ts';
import { type Latchkey, removeDataDir, startLatchkey } from '../../support/latchkey.ts';
import { type Rest, rest } from '../../support/rest.ts';

const manager = '/api/process-manager';

/** A server, and an administrator of it in a browser. */
export async function versionsWorld() {
  const [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  const api = rest(latchkey.baseUrl, latchkey.apiKey);
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
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
    api,
    page,
    open: (path: string) => page.goto(`${latchkey.baseUrl}/backoffice${path}`),
    close: async () => {
      await browser.close();
      await latchkey.stop();
      removeDataDir(latchkey.dataDir);
    },
  };
}
export type VersionsWorld = Awaited<ReturnType<typeof versionsWorld>>;

/** Somebody with a browser of their own at a link; their device can be told what to do. */
export async function guest(browser: Browser, link: string) {
  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  theirs.setDefaultTimeout(20_000);
  const authenticator = await addAuthenticator(theirs);
  await theirs.goto(link);
  return { theirs, authenticator };
}

/** The instance at whose page somebody is. */
export async function instanceAt(api: Rest, theirs: Page) {
  await theirs.waitForURL(/\/web\/trustweb\/[A-Z2-7]{26}$/);
  const id = new URL(theirs.url()).pathname.split('/').at(-1) ?? '';
  return (await api.get(`${manager}/processInstances/${id}`)).body;
}

/** The passkeys of the user whom an instance made. */
export async function passkeysOf(api: Rest, { storeName }: Latchkey, instanceId: string) {
  const { body } = await api.get(`${manager}/processInstances/${instanceId}/sessionData`);
  const { id } = body._identityStore.users.user1;
  return (await api.get(`/api/identity-store/stores/${storeName}/users/${id}/passkeys`)).body.content;
}

/** Fills in the guide's form and sends it. */
export async function register(theirs: Page, name: string): Promise<void> {
  await theirs.getByLabel('User Name').fill(name);
  await theirs.getByLabel('Display Name').fill(name);
  await theirs.getByRole('button', { name: 'Submit for Registration' }).click();
}

/** Makes a link of a definition in the Backoffice, as its page offers it; answers the address. */
export async function makeLink({ page, open }: VersionsWorld, definition: string): Promise<string> {
  await open(`/definitions/${encodeURIComponent(definition)}`);
  await page.getByRole('link', { name: 'Make a link' }).click();
  await page.getByRole('button', { name: 'Create token' }).click();
  await page.getByRole('img', { name: /^QR code of the link of/ }).waitFor();
  return (await page.locator('code').first().textContent()) ?? '';
}
