import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { removeDataDir } from '../support/latchkey.ts';
import { complaintsOf, findingsOf, settled } from './support/visit-backoffice.ts';

let world: BackofficeWorld;
let browser: Browser;
let page: Page;
let complaints: string[];

const open = async (path: string) => {
  await page.goto(`${world.baseUrl}/backoffice${path}`);
  await settled(page);
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const views = () => page.getByRole('navigation', { name: 'Saved views' });
const names = () => views().getByRole('link').allTextContents();
const address = () => new URL(page.url()).search;

beforeAll(async () => {
  [world, browser] = await Promise.all([backofficeWorld(), launchBrowser()]);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
  page.setDefaultTimeout(15_000);
  complaints = complaintsOf(page);
  await addAuthenticator(page);
  await page.goto(world.setUpLink);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await button('Create a passkey').click();
  await page.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
  if (world) removeDataDir(world.dataDir);
});

test('a list without filters offers no view to save', async () => {
  await open('/users');
  expect(await views().count()).toBe(0);
});

test('a view is named, stands above its list, and its link is the address', async () => {
  await open('/users?status=LOCKED&sort=lastName%2Casc');
  await button('Save view').click();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().getByText('Give it a name.').waitFor();
  await dialog().getByLabel('Name').fill('Locked out');
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  expect(await names()).toEqual(['Locked out']);
  const link = views().getByRole('link', { name: 'Locked out' });
  expect(await link.getAttribute('aria-current')).toBe('page');
  expect(await link.getAttribute('href')).toMatch(/\/backoffice\/users\?.*status=LOCKED/);
  expect(await findingsOf(page)).toEqual([]);
});

test('it leads back to what it shows, from its list and after a reload', async () => {
  await open('/users');
  await views().getByRole('link', { name: 'Locked out' }).click();
  await page.getByRole('link', { name: 'Edsger Dijkstra' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  expect(address()).toContain('status=LOCKED');
});

test('another list has views of its own; the command palette knows all', async () => {
  await open('/instances');
  expect(await views().count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command palette' }).pressSequentially('locked');
  await page.getByRole('option', { name: 'Users: Locked out' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Edsger Dijkstra' }).waitFor();
});

test('a name is not given twice on one list', async () => {
  await open('/users?status=DISABLED');
  await button('Save view').click();
  await dialog().getByLabel('Name').fill('locked OUT');
  await page.keyboard.press('Enter');
  await dialog().getByText('You have a view of this name here.').waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
});

test('a view is renamed, deleted, and brought back', async () => {
  await open('/users?status=LOCKED&sort=lastName%2Casc');
  await button('Actions for Locked out').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await dialog().getByLabel('Name').fill('Shut out');
  await page.keyboard.press('Enter');
  await dialog().waitFor({ state: 'detached' });
  expect(await names()).toEqual(['Shut out']);
  await button('Actions for Shut out').click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect.poll(names).toEqual([]);
  await page
    .getByRole('status')
    .filter({ hasText: 'View Shut out deleted.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(names).toEqual(['Shut out']);
});

test('the console stays quiet', () => {
  expect(complaints).toEqual([]);
});
