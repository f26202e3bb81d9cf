import type { Browser, Page } from 'playwright-core';
import { addAuthenticator } from '../../support/authenticator.ts';
import type { Latchkey } from '../../support/latchkey.ts';
import { type Rest, rest } from '../../support/rest.ts';
import { serveLatchkey } from '../../support/serve-latchkey.ts';
import { adaAtBackoffice } from './ada-at-backoffice.ts';

const manager = '/api/process-manager';

/** A server, and an administrator of it in a browser. */
export async function versionsWorld() {
  const { world: latchkey, ...ada } = await adaAtBackoffice(serveLatchkey, {
    viewport: { width: 1600, height: 1000 },
  });
  return {
    ...ada,
    latchkey,
    api: rest(latchkey.baseUrl, latchkey.apiKey),
    open: (path: string) => ada.page.goto(`${latchkey.baseUrl}/backoffice${path}`),
  };
}
export type VersionsWorld = Awaited<ReturnType<typeof versionsWorld>>;

/** Somebody with a browser of their own at a link; their device can be told what to do. */
export async function guest(browser: Browser, link: string) {
  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
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

/**
 * Waits until the page's own script runs, which sends what is pressed. Before it runs the browser sends the form by itself,
 * as for people without scripts.
 */
export const ready = (theirs: Page): Promise<void> => theirs.waitForLoadState();

/** Fills in the guide's form and sends it. */
export async function register(theirs: Page, name: string): Promise<void> {
  await theirs.getByLabel('User Name').fill(name);
  await theirs.getByLabel('Display Name').fill(name);
  await ready(theirs);
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
