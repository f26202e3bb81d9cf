import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { hastyLink } from '../support/hasty-link.ts';
import { type Rest, rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

/** The guide's process as it is seeded, by a person with a browser; then read over the API as a developer would. */
describe('the guide’s journey', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let api: Rest;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
    api = rest(latchkey.baseUrl, latchkey.accessToken);
  });
  afterAll(async () => {
    await browser.close();
    await latchkey.close();
  });

  test('a person registers a passkey, and the API tells the decision, the user, the passkey and the audit', async () => {
    const page = await newVisitor(browser);
    const authenticator = await addAuthenticator(page);
    await openForm(page, latchkey.journeyUrl);
    await register(page, { userName: 'john.doe', displayName: 'John Doe' });
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();

    const instance = await onlyInstanceOf(api, page);
    expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });

    const { user, passkeys } = await holdings(api, latchkey, instance.id);
    expect(passkeys).toHaveLength(1);
    const [made] = await authenticator.credentials();
    expect(passkeys[0]).toMatchObject({
      credentialId: made?.credentialId,
      userId: user.id,
      relyingPartyId: 'localhost',
    });

    const audit = await api.get(`/api/audit?instanceId=${instance.id}&size=100`);
    const actions = audit.body.content.map((row: { action: string }) => row.action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'process-instance.started',
        'user.created',
        'passkey-registration.started',
        'passkey-registration.completed',
        'process-instance.ended',
      ]),
    );
    await page.context().close();
  });

  test('a person closes the prompt, is asked to try again, and succeeds with what was typed before', async () => {
    const page = await newVisitor(browser);
    const authenticator = await addAuthenticator(page);
    await authenticator.verifies(false);
    await openForm(page, latchkey.journeyUrl);
    await requireVerification(page);
    await register(page, { userName: 'jane.roe', displayName: 'Jane Roe' });
    await page.getByRole('heading', { name: 'User cancelled the process' }).waitFor();
    await page.getByText('User cancel error happened - please try again').waitFor();

    await authenticator.verifies(true);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('User Name').waitFor();
    expect(await page.getByLabel('User Name').inputValue()).toBe('jane.roe');
    await page.getByRole('button', { name: 'Submit for Registration' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();

    const instance = await onlyInstanceOf(api, page);
    expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    const { passkeys } = await holdings(api, latchkey, instance.id);
    expect(passkeys).toHaveLength(1);
    await page.context().close();
  });

  test('a person takes too long, and the decision says so without a passkey', async () => {
    const journeyUrl = `${latchkey.baseUrl}/web/trustweb?pt=${await hastyLink(api, 3)}`;
    const page = await newVisitor(browser);
    await addAuthenticator(page);
    await page.goto(journeyUrl);
    await page.getByRole('heading', { name: 'This took a little long' }).waitFor();

    const instance = await onlyInstanceOf(api, page);
    expect(instance).toMatchObject({ status: 'COMPLETED_TERMINATED', decision: 'FAIL' });
    const { passkeys } = await holdings(api, latchkey, instance.id);
    expect(passkeys).toHaveLength(0);
    await page.context().close();
  });
});

const newVisitor = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ locale: 'en-GB' })).newPage();

async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('User Name').waitFor();
  // Before its own script runs, the browser would send the form by itself.
  await page.waitForLoadState();
}

async function register(
  page: Page,
  { userName, displayName }: { userName: string; displayName: string },
): Promise<void> {
  await page.getByLabel('User Name').fill(userName);
  await page.getByLabel('Display Name').fill(displayName);
  await page.getByRole('button', { name: 'Submit for Registration' }).click();
}

/** The guide's policy only prefers verification: a refused finger then still registers. This person's device insists. */
async function requireVerification(page: Page): Promise<void> {
  await page.evaluate(`
    const create = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (options) => {
      options.publicKey.authenticatorSelection.userVerification = 'required';
      return create(options);
    };
  `);
}

/** The journey's own address ends with the instance's id. */
async function onlyInstanceOf(api: Rest, page: Page) {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  return (await api.get(`/api/process-manager/processInstances/${id}`)).body;
}

/** The user that the instance made, and the passkeys it holds. */
async function holdings(api: Rest, { storeName }: ServedLatchkey, instanceId: string) {
  const data = (await api.get(`/api/process-manager/processInstances/${instanceId}/sessionData`)).body;
  const userId = data._identityStore.users.user1.id;
  const users = `/api/identity-store/stores/${storeName}/users/${userId}`;
  const user = (await api.get(users)).body;
  const passkeys = (await api.get(`${users}/passkeys`)).body.content;
  return { user, passkeys };
}
