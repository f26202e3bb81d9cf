import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import { inTenant } from '../../apps/server/src/db/tenant-scope.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice, setUp } from './support/ada-at-backoffice.ts';

let world: BackofficeWorld;
let browser: Browser;
let page: Page;
let ada: AdaAtBackoffice<BackofficeWorld>;

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld);
  ({ world, browser, page } = ada);
  await world.call('POST', '/api/identity-store/stores', { name: 'Partners' });
});
afterAll(() => ada?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const open = (path: string) => page.goto(`${world.baseUrl}/backoffice${path}`);
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).or(page.getByLabel(label)).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** As if everybody had signed in ten minutes ago, and the server had noticed. */
async function signedInLongAgo(): Promise<void> {
  const database = openDatabase(world.databaseUrl);
  const text = "update operator_sessions set created_at = created_at - interval '10 minutes'";
  await inTenant(world.tenant, () => database.change({ name: 'test.long-ago', text }));
  await database.close();
  // What a process knows of a session it knows for five seconds.
  await page.waitForTimeout(5_500);
}

/** Kept where LATCHKEY_SHOTS says, to be looked at. */
async function shot(name: string): Promise<void> {
  const folder = process.env.LATCHKEY_SHOTS;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${folder}/${name}.${colorScheme}.${width}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1360, height: 900 });
}

test('an operator is invited for one identity store, and the lists say so', async () => {
  await open('/operators');
  await button('Invite operator').click();
  await page.getByLabel('Name').fill('Bo');
  await choose('Identity stores', 'Partners');
  await page.keyboard.press('Escape');
  await shot('invite');
  await button('Create link').click();
  await dialog(/Send this link/).waitFor();
  await button('Done').click();
  await page.getByRole('tab', { name: 'Open invitations' }).click();
  await page.getByText('Only Partners').waitFor();
  await shot('invitations');
});

test('a role that can take over users asks for a fresh sign-in in place, and goes on', async () => {
  await signedInLongAgo();
  await open('/operators');
  await button('Invite operator').click();
  await page.getByLabel('Name').fill('Cy');
  await choose('Role', 'Administrator');
  expect(await page.getByLabel('Identity stores').count()).toBe(0);
  await button('Create link').click();
  const asked = dialog('Sign in again to go on');
  await asked.waitFor();
  await shot('sign-in-again');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('access.step-up-needed').waitFor();
  await button('Create link').click();
  await button('Use my passkey').click();
  await dialog('Send this link to Cy').waitFor();
  await button('Done').click();
  expect(new URL(page.url()).pathname).toBe('/backoffice/operators');
});

test('publishing a page asks for a fresh sign-in in place, and goes on', async () => {
  const documents = [{ path: 'index.html', text: '<h1>Hello</h1>' }];
  await world.call('POST', '/api/theme-server/customPages', { name: 'greeting', documents });
  await signedInLongAgo();
  await open('/pages/greeting');
  await button('Deploy').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deploy', exact: true }).click();
  await dialog('Sign in again to go on').waitFor();
  await button('Use my passkey').click();
  await dialog('Sign in again to go on').waitFor({ state: 'hidden' });
  await expect
    .poll(async () => (await world.call('GET', '/api/theme-server/customPages?name=greeting')).content)
    .toMatchObject([{ status: 'DEPLOYED_ACTIVE' }]);
});

test('an API key gets permissions in one identity store', async () => {
  await open('/api-keys/new');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Partner desk');
  await choose('Where', 'Partners');
  await page
    .getByRole('checkbox', { name: /^Read a user/ })
    .first()
    .check();
  await shot('key');
  await button('Create key').click();
  await page.getByText('Copy the secrets now').waitFor();
  const { content } = await world.call('GET', '/api/arthr/apiKeys?name=Partner%25');
  const [{ permissions }] = content;
  expect(permissions).toMatchObject([
    expect.stringMatching(/^TNT#demo#STO#[A-Z2-7]{26}#IdentityStore:getUser/),
  ]);
});

test('an operator of one identity store sees it alone: in lists, by addresses, and by what they may call', async () => {
  const secret = await link('Di', 'Partners');
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const theirs = await context.newPage();
  await addAuthenticator(theirs);
  await setUp(theirs, secret, 'Di');
  const visit = (path: string) => theirs.goto(`${world.baseUrl}/backoffice${path}`);
  const elsewhere = world.storeName;
  const partner = await world.call('POST', '/api/identity-store/stores/Partners/users', {
    firstName: 'Pat',
    lastName: 'Partner',
  });

  // Lists: their own store is the only one that there is, and its people the only ones.
  await visit('/users');
  await theirs.getByText('Pat Partner').first().waitFor();
  expect(await theirs.getByText('Lovelace').count()).toBe(0);
  expect(await theirs.getByText(elsewhere, { exact: true }).count()).toBe(0);

  // Addresses: what is elsewhere is as if it were not.
  await visit(`/users/Partners/${partner.id}`);
  await theirs.getByRole('heading', { level: 1, name: /Pat/ }).waitFor();
  const shown = async (path: string) => {
    await visit(path);
    await theirs.getByText('store.not-found').first().waitFor();
    expect(await theirs.getByText('Lovelace').count()).toBe(0);
  };
  await shown(`/users/${elsewhere}/${world.userId}`);
  await shown(`/users/${elsewhere}/AAAAAAAAAAAAAAAAAAAAAAAAAA`);

  // The palette leads only where they may go.
  await theirs.keyboard.press('Control+k');
  const items = theirs.getByRole('listbox', { name: 'Command palette' }).getByRole('option');
  await items.first().waitFor();
  const labels = (await items.allTextContents()).join('\n');
  expect(labels).toContain('Users');
  for (const hidden of ['Audit', 'API keys', 'Instances', 'Webhooks', elsewhere])
    expect(labels).not.toContain(hidden);
  await theirs.keyboard.press('Escape');

  // Of operators they see themselves: their sessions and their passkeys.
  await visit('/operators');
  await theirs.getByRole('heading', { level: 1, name: 'Operators' }).waitFor();
  await theirs.waitForLoadState('networkidle');
  expect(await theirs.getByText('Ada Lovelace').count()).toBe(0);
  await visit('/audit');
  await theirs.getByRole('heading', { level: 1 }).waitFor();
  await theirs.waitForLoadState('networkidle');
  expect(await theirs.getByText('Ada Lovelace').count()).toBe(0);
  await context.close();
});

/** The link that Ada sends to somebody whom she invites for one store. */
async function link(name: string, store: string): Promise<string> {
  await open('/operators');
  await button('Invite operator').click();
  await page.getByLabel('Name').fill(name);
  await choose('Identity stores', store);
  await page.keyboard.press('Escape');
  await button('Create link').click();
  const sent = dialog(/Send this link/);
  await sent.waitFor();
  const shown =
    (await sent.innerText()) + (await sent.locator('input, textarea').evaluateAll(valuesOf)).join(' ');
  await button('Done').click();
  return /https?:\/\/\S+#\S+/.exec(shown)?.[0] ?? '';
}
const valuesOf = (fields: readonly { readonly value?: string }[]) => fields.map(({ value }) => value ?? '');
