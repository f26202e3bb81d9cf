import { registrationChecks } from '@latchkey/passkeys';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { findingsOf } from './support/findings.ts';
import { meetsTheUpdate, outdatedTab } from './support/outdated-tab.ts';
import { complaintsOf, settled } from './support/visit-backoffice.ts';

let world: BackofficeWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let userId: string;

const open = async (path: string) => {
  await page.goto(`${world.baseUrl}/backoffice${path}`);
  await settled(page);
};
const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (label: string) => page.getByLabel(label, { exact: true }).first();
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

beforeAll(async () => {
  [world, browser] = await Promise.all([backofficeWorld(), launchBrowser()]);
  userId = world.userId;
  context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
  page = await context.newPage();
  complaints = complaintsOf(page);
  await addAuthenticator(page);
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe('the first administrator', () => {
  test('registers a passkey by the one-time link and is signed in', async () => {
    await page.goto(world.setUpUrl);
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await button('Create a passkey').click();
    await heading('Hello, Ada Lovelace').waitFor();
    expect(new URL(page.url()).pathname).toBe('/backoffice/');
  });

  test('signs out, and in again with the passkey to where they wanted to go', async () => {
    await button(/Ada Lovelace/).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading('Sign in').waitFor();
    await page.goto(`${world.baseUrl}/backoffice/users?status=LOCKED`);
    await button('Sign in with a passkey').click();
    await heading('Users').waitFor();
    expect(page.url()).toBe(`${world.baseUrl}/backoffice/users?status=LOCKED`);
    await page.getByRole('link', { name: 'Edsger Dijkstra' }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
  });

  test('finds that the link works only once', async () => {
    const other = await browser.newPage();
    await other.goto(world.setUpUrl);
    await other.getByText('operator.invitation-not-usable').waitFor();
    await other.close();
  });
});

describe('users', () => {
  test('are found by what their names begin with; the address keeps the search', async () => {
    await open('/users');
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('ka');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    expect(new URL(page.url()).searchParams.get('q')).toBe('ka');
    await page.reload();
    await page.getByRole('link', { name: 'Katherine Johnson' }).waitFor();
  });

  test('are made, with the messages of the server beside the fields', async () => {
    await open('/users/new?store=demoStore');
    await page.getByLabel('First name').fill('Mary');
    await page.getByLabel('E-mail').fill('no address');
    await button('Create user').click();
    const email = page.getByLabel('E-mail');
    await expect.poll(() => email.getAttribute('aria-invalid')).toBe('true');
    const note = await email.getAttribute('aria-describedby');
    await expect
      .poll(() =>
        page.locator(`[id="${note?.split(' ').at(-1)}"], [id="${note?.split(' ')[0]}"]`).allTextContents(),
      )
      .toContainEqual(expect.stringMatching(/must be an e-mail address/i));
    await email.fill('mary@example.com');
    await button('Create user').click();
    await heading('Mary').waitFor();
    const { content } = await world.call('GET', '/api/identity-store/stores/demoStore/users?name=mary%25');
    expect(content).toMatchObject([{ firstName: 'Mary', email: 'mary@example.com', status: 'ACTIVE' }]);
  });

  test('have passkeys that are renamed and, after a question, revoked', async () => {
    await open(`/users/demoStore/${userId}`);
    const passkeys = page.getByRole('listitem').filter({ hasText: 'Details' });
    await passkeys
      .first()
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Work laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await passkeys.filter({ hasText: 'Work laptop' }).waitFor();
    await button('Actions for Work laptop').click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByRole('dialog', { name: 'Revoke the passkey Work laptop?' }).waitFor();
    await button('Revoke passkey').click();
    await expect.poll(() => passkeys.count()).toBe(1);
    const path = `/api/identity-store/stores/demoStore/users/${userId}/passkeys`;
    expect((await world.call('GET', path)).totalElements).toBe(1);
  });
});

describe('work that is not saved', () => {
  test('survives a reload, is asked about before one leaves, and is saved by Ctrl+S', async () => {
    await open(`/users/demoStore/${userId}`);
    await page.getByLabel('Last name').fill('King');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText('Your unsaved changes are still here.').waitFor();
    await expect.poll(() => page.getByLabel('Last name').inputValue()).toBe('King');
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      });
    });
    await page.getByRole('link', { name: 'Audit' }).first().click();
    expect(await asked).toContain('Leave without saving?');
    await page.getByLabel('Last name').focus();
    await page.keyboard.press('Control+s');
    await page.getByText('Your unsaved changes are still here.').waitFor({ state: 'detached' });
    const path = `/api/identity-store/stores/demoStore/users/${userId}`;
    expect((await world.call('GET', path)).lastName).toBe('King');
  });
});

describe('a destructive act', () => {
  test('is undone for ten seconds: a status, a name, a block', async () => {
    const path = `/api/identity-store/stores/demoStore/users/${userId}`;
    await open(`/users/demoStore/${userId}`);
    await button('Change status').click();
    await page.getByRole('menuitem', { name: 'Locked' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change status' }).click();
    await button('Undo').click();
    await page.getByText('Undone.').waitFor();
    expect((await world.call('GET', path)).status).toBe('ACTIVE');

    const [{ name }] = (await world.call('GET', `${path}/passkeys`)).content;
    await button(`Actions for ${name}`).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Another name');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Another name').waitFor();
    await button('Undo').last().click();
    await expect.poll(async () => (await world.call('GET', `${path}/passkeys`)).content[0].name).toBe(name);
  });
});

describe('a registration policy', () => {
  test('is refused where no browser could satisfy it, with the reason beside the field, and previewed', async () => {
    await open('/relying-parties/demoStore/localhost/new-policy');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('strict');
    await field('Credential protection').click();
    await page.getByRole('option', { name: 'User verification required' }).click();
    const preview = page.getByRole('region', { name: 'What the browser gets' });
    await preview.getByText('"credentialProtectionPolicy": "userVerificationRequired"').waitFor();
    await button('Create policy').click();
    await page.getByText('only with user verification required').first().waitFor();
    await field('User verification').click();
    await page.getByRole('option', { name: 'Required', exact: true }).click();
    await button('Create policy').click();
    await page.getByRole('link', { name: 'strict' }).waitFor();
  });

  test('is tried in one’s own browser: the verdict tells each check and what the passkey would be', async () => {
    await open('/relying-parties/demoStore/localhost/policies/passkeyPolicy');
    const path = `/api/identity-store/stores/demoStore/users/${userId}/passkeys`;
    const before = (await world.call('GET', path)).totalElements;
    await button('Try in this browser').click();
    await page.getByText('The policy takes this passkey').waitFor();
    const { length } = registrationChecks;
    await page.getByText(`${length} of ${length} checks passed`).click();
    const passed = page.getByRole('list', { name: 'Checks' }).getByText('Passed');
    await expect.poll(() => passed.count()).toBe(length);
    await page.getByText('User verified (UV)').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    expect((await world.call('GET', path)).totalElements).toBe(before);
  });

  test('cannot be tried where the browser may not use its domain, and says why', async () => {
    const parties = '/api/identity-store/stores/demoStore/relyingParties';
    await world.call('POST', parties, { relyingPartyId: 'shop.example', name: 'Shop' });
    await world.call('POST', `${parties}/shop.example/registrationPolicies`, { name: 'shop' });
    await open('/relying-parties/demoStore/shop.example/policies/shop');
    await page.getByText('browsers let only shop.example and its subdomains use shop.example').waitFor();
    expect(await button('Try in this browser').count()).toBe(0);
  });
});

describe('an API key', () => {
  test('gets picked permissions and shows its secret once; the secret works', async () => {
    await open('/api-keys/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Billing');
    await page.getByRole('textbox', { name: 'Find an operation' }).fill('list stores');
    await page.getByRole('checkbox', { name: 'List the identity stores' }).check();
    await button('Create key').click();
    await page.getByText('Copy the secrets now').waitFor();
    const code = await page.locator('code').first().textContent();
    const ask = (path: string) =>
      fetch(`${world.baseUrl}${path}`, { headers: { authorization: `Bearer ${code}` } });
    expect((await ask('/api/identity-store/stores')).status).toBe(200);
    expect((await ask('/api/audit')).status).toBe(403);
    await page.getByRole('link', { name: 'I have copied them' }).click();
    await button('Delete key').waitFor();
    await heading('Billing').waitFor();
    expect(await page.content()).not.toContain(code);
  });
});

describe('another operator', () => {
  test('is invited by a link, and sees nothing of what the role may not do', async () => {
    await open('/operators');
    await button('Invite operator').click();
    await page.getByRole('dialog').getByLabel('Name').fill('Grace');
    await button('Create link').click();
    const link = await page.getByRole('dialog').locator('code').textContent();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();

    const theirs = await (await browser.newContext()).newPage();
    await addAuthenticator(theirs);
    await theirs.goto(link ?? '');
    await expect.poll(() => theirs.getByLabel('Your name').inputValue()).toBe('Grace');
    await theirs.getByRole('button', { name: 'Create a passkey' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'Hello, Grace' }).waitFor();
    const links = await theirs
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link')
      .allTextContents();
    expect(links).toContain('Users');
    expect(links).not.toContain('API keys');
    await theirs.goto(`${world.baseUrl}/backoffice/audit`);
    await theirs.getByText('Audit:listAudit').waitFor();
    await theirs.context().close();
  });

  test('loses the session when an administrator revokes it', async () => {
    await open('/operators?tab=sessions');
    await page.getByRole('row', { name: /Grace/ }).getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expect.poll(() => page.getByRole('row', { name: /Grace/ }).count()).toBe(0);
  });
});

test('a tab that is older than the server says so, keeps what is typed, and goes on after a reload', async () => {
  const { tab, reaches } = await outdatedTab(context, /assets\/(palette|audit-screen)-/);
  await tab.goto(`${world.baseUrl}/backoffice/users/demoStore/${userId}`);
  await tab.getByLabel('Last name').fill('Byron');
  await meetsTheUpdate(tab);
  expect(await tab.getByLabel('Last name').inputValue()).toBe('Byron');
  await tab.getByRole('button', { name: 'Reload' }).click();
  await tab.getByText('Your unsaved changes are still here.').waitFor();
  expect(await tab.getByLabel('Last name').inputValue()).toBe('Byron');
  await tab.getByRole('button', { name: 'Discard them' }).click();
  await tab.getByRole('link', { name: 'Audit', exact: true }).click();
  await tab.getByRole('heading', { name: 'This screen could not be loaded' }).waitFor();
  await reaches();
  await tab.getByRole('main').getByRole('button', { name: 'Reload' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
});

test('the command palette leads to any screen by keyboard', async () => {
  await open('/');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command palette' }).pressSequentially('rel par');
  await page.keyboard.press('Enter');
  await heading('Relying parties').waitFor();
});

test('the audit is exported as CSV with what the filters show', async () => {
  await open('/audit?action=user.created');
  const [download] = await Promise.all([page.waitForEvent('download'), button('Export CSV').click()]);
  const stream = await download.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString('utf8');
  const lines = text.replace('\ufeff', '').trim().split('\r\n');
  expect(lines[0]).toBe('at,action,outcome,code,actorKind,actor,targetKind,targetId,instanceId,facts');
  expect(lines.slice(1).every((line) => line.includes(',user.created,'))).toBe(true);
  const { totalElements } = await world.call('GET', '/api/audit?action=user.created');
  expect(lines).toHaveLength(totalElements + 1);
});

test('the screens obey their own policy: the console stays quiet but for answers that were refused on purpose', () => {
  expect(complaints.filter((text) => !/status of (400|401|404|409|422)/.test(text))).toEqual([]);
});
