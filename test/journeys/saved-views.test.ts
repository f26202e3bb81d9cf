import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';
import { findingsOf } from './support/findings.ts';

let ada: AdaAtBackoffice<BackofficeWorld>;
let page: Page;

const open = (path: string) => ada.open(path);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const views = () => page.getByRole('navigation', { name: 'Saved views' });
const names = () => views().getByRole('link').allTextContents();
const address = () => new URL(page.url()).search;

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld);
  ({ page } = ada);
});
afterAll(() => ada?.close());

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
  await expect.poll(names).toEqual(['Locked out']);
  const link = views().getByRole('link', { name: 'Locked out' });
  await expect.poll(() => link.getAttribute('aria-current')).toBe('page');
  expect(await link.getAttribute('href')).toMatch(/\/backoffice\/users\?.*status=LOCKED/);
  expect(await findingsOf(page)).toEqual([]);
});

test('it leads back to what it shows, from its list and after a reload', async () => {
  await open('/users');
  await views().getByRole('link', { name: 'Locked out' }).click();
  await page.getByRole('link', { name: 'Edsger Dijkstra' }).waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
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
  await expect.poll(names).toEqual(['Shut out']);
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
  expect(ada.complaints).toEqual([]);
});
