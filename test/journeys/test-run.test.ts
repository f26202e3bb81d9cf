import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator, type VirtualAuthenticator } from '../support/authenticator.ts';
import { type Rest, rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';
import { designerPage } from './support/designer-page.ts';
import { findingsInside } from './support/findings.ts';

const processes = '/api/process-manager';
const shots = process.env.LATCHKEY_SHOTS;

/** A designer tries the guide's process out, in a real browser, with a phone beside the diagram. */
describe('a test run in the Process Designer', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let device: VirtualAuthenticator;
  let api: Rest;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
    api = rest(latchkey.baseUrl, latchkey.apiKey);
    context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    page = await context.newPage();
    device = await addAuthenticator(page);
    const { body } = await api.post('/api/backoffice/invitations', { name: 'Ada', role: 'designer' });
    await page.goto(body.link);
    await page.getByRole('button', { name: 'Create a passkey' }).click();
    await page.waitForURL(/\/backoffice\/$/);
  });
  afterAll(async () => {
    await browser.close();
    await latchkey.close();
  });

  const phone = () => page.frameLocator('iframe[title="The person’s phone"]');
  const panel = () => page.getByRole('complementary', { name: 'Test run' });
  const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
  const standsAt = (name: string) => panel().getByRole('region', { name, exact: true }).waitFor();
  const mark = (kind: string, element: string) =>
    page.locator(`.lk-${kind}[data-element-id="${element}"]`).waitFor({ state: 'attached' });
  const shoot = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
  };

  async function begin() {
    await page.goto(`${latchkey.baseUrl}/backoffice/designer/Passkey%20registration`);
    await page.locator('.djs-element').first().waitFor();
    await page.getByRole('button', { name: 'Test run' }).click();
    await press('Start the test run');
    await standsAt('Add User');
  }

  test('goes to its end with the simulated authenticator, and nobody has a new passkey', async () => {
    const before = await api.get(`/api/identity-store/stores/${latchkey.storeName}/users`);
    await begin();
    await mark('token', 'AddUser');
    await press('Run this step');
    await standsAt('Start Passkey Registration');
    await mark('visited', 'AddUser');
    await mark('token', 'StartPasskeyRegistration');
    await panel().getByText('_identityStore.users.user1.id').first().waitFor();
    await press('Run on to the next form');
    await standsAt('Passkey Registration Form');
    await shoot('form');

    await phone().getByLabel('User Name').fill('ada');
    await phone().getByLabel('Display Name').fill('Ada Lovelace');
    await phone().getByRole('button', { name: 'Submit for Registration' }).click();
    await panel().getByText('The phone is asking for a passkey. What happens?').waitFor();
    await shoot('prompt');
    await press('Create a passkey');
    await standsAt('Complete Passkey Registration');
    await press('Run on to the next form');
    await panel().getByText('Decision: PASS').waitFor();
    await phone().getByRole('heading', { name: 'Passkey created' }).waitFor();
    await mark('visited', 'SimpleDecider');
    await shoot('success');
    const after = await api.get(`/api/identity-store/stores/${latchkey.storeName}/users`);
    expect(after.body.totalElements).toBe(before.body.totalElements);
    const instances = await api.get(`${processes}/processInstances`);
    expect(instances.body.totalElements).toBe(0);
  });

  test('walks cancel, retry and success, goes back, and lets a timeout pass', async () => {
    await begin();
    await press('Run on to the next form');
    await standsAt('Passkey Registration Form');
    await press('The person closes it');
    await standsAt('Complete Passkey Registration');
    await press('Run this step');
    await standsAt('Custom Data Form');
    await mark('visited', 'CompletePasskeyRegistration_Cancelled');
    await press('Send the form');
    await standsAt('Passkey Registration Form');
    await press('Create a passkey');
    await standsAt('Complete Passkey Registration');
    await press('Run this step');
    await standsAt('Simple Decider');
    await press('Run this step');
    await panel().getByText('Decision: PASS').waitFor();

    await panel().getByRole('button', { name: 'Back to step 1' }).click();
    await standsAt('Passkey Registration Form');
    await press('Let time pass: Passkey Registration Form');
    await standsAt('Simple Decider');
    await mark('visited', 'PasskeyRegistrationForm_Timeout');
    await press('Start again');
    await standsAt('Add User');
    await panel()
      .getByRole('button', { name: /^ExtId Not Unique/ })
      .click();
    await standsAt('Simple Decider');
    await mark('visited', 'AddUser_ExtIdNotUnique');
  });

  test('takes a passkey of the tester’s own device where the relying party permits it', async () => {
    const { length } = await device.credentials();
    await begin();
    await press('Run on to the next form');
    await standsAt('Passkey Registration Form');
    await press('Use this computer’s own prompt');
    await standsAt('Complete Passkey Registration');
    await press('Run on to the next form');
    await panel().getByText('Decision: PASS').waitFor();
    expect(await device.credentials()).toHaveLength(length + 1);
  });

  test('signs somebody in who is known, by a prompt on the phone', async () => {
    await page.goto(`${latchkey.baseUrl}/backoffice/designer/new`);
    await page.getByRole('radio', { name: /^Add another passkey/ }).click();
    await page.getByLabel('Name').fill('Another');
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await page.locator('.djs-element').first().waitFor();
    await page.getByRole('button', { name: 'Test run' }).click();
    await panel().getByRole('button', { name: 'Add a person' }).click();
    await panel().getByLabel('Identity store').fill(latchkey.storeName);
    await panel().getByLabel('External ID').fill('ada');
    await press('Start the test run');
    await standsAt('Start Passkey Authentication');
    await press('Run on to the next form');
    await standsAt('Passkey Authentication Form');
    await phone().getByRole('button', { name: 'Sign in with passkey' }).click();
    await panel().getByText('The phone is asking to sign in with a passkey. What happens?').waitFor();
    expect(await findingsInside(page)).toEqual([]);
    await press('Sign in with a passkey');
    await standsAt('Complete Passkey Authentication');
    await press('Run on to the next form');
    await standsAt('Passkey Registration Form');
    await press('Create a passkey');
    await press('Run on to the next form');
    await panel().getByText('Decision: PASS').waitFor();
  });

  test('tells in words why a step failed that nothing catches, and marks it', async () => {
    const designer = designerPage(page, latchkey.baseUrl);
    await designer.create('Mistyped');
    await designer.press('Create Start Event');
    await designer.press('Add User');
    await designer.fill('Store Name', latchkey.storeName);
    await designer.fill('User Key', '${_initial.nobody.key}');
    await designer.press('Create End Event');
    await designer.choose('Add User');
    const step = await page.locator('.djs-shape.selected').getAttribute('data-element-id');
    await page.getByRole('button', { name: 'Test run' }).click();
    await page.locator('.djs-shape.selected').waitFor({ state: 'detached' });
    await press('Start the test run');
    await panel().getByRole('alert').getByText('A parameter of the step does not fit.').waitFor();
    await mark('problem', step ?? '');
    expect(await page.locator(`.lk-visited[data-element-id="${step}"]`).count()).toBe(0);
    expect(await panel().getByRole('button', { name: 'Start again' }).count()).toBe(1);
    await panel().getByText('Add User failed, and nobody caught it').waitFor();
    await panel().getByRole('button', { name: 'So far 2' }).waitFor();
    await panel().getByRole('button', { name: 'Checks 1' }).waitFor();
    expect(await panel().getByText('_checks').count()).toBe(0);
    expect(await findingsInside(page)).toEqual([]);
    await shoot('failed');
  });

  test('ends with the view: its sandbox is erased', async () => {
    await begin();
    const [run] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/testRuns/')),
      page.getByRole('button', { name: 'End test run' }).click(),
    ]);
    await run.response();
    expect((await page.request.get(run.url())).status()).toBe(404);
    const { body: audit } = await api.get('/api/audit?size=200');
    const actions = audit.content.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['test-run.started', 'test-run.ended']));
    expect(actions.filter((action: string) => action.startsWith('process-instance.'))).toEqual([]);
  });

  test.each([
    ['light', 1600],
    ['dark', 1600],
    ['light', 390],
    ['dark', 390],
  ] as const)('has no finding of axe, in %s, %i px wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 1000 });
    await page.goto(`${latchkey.baseUrl}/backoffice/designer/Passkey%20registration`);
    await page.locator('.djs-element').first().waitFor();
    await page.getByRole('button', { name: 'Test run' }).click();
    await panel().getByRole('button', { name: 'Start the test run' }).waitFor();
    expect(await findingsInside(page)).toEqual([]);
    await shoot(`setup-${colorScheme}-${width}`);
    await press('Start the test run');
    await standsAt('Add User');
    expect(await findingsInside(page)).toEqual([]);
    await press('Run on to the next form');
    await standsAt('Passkey Registration Form');
    await phone().getByRole('button', { name: 'Submit for Registration' }).waitFor();
    expect(await findingsInside(page)).toEqual([]);
    await shoot(`form-${colorScheme}-${width}`);
    if (width < 1000 && shots)
      await page.screenshot({ path: `${shots}/whole-${colorScheme}.png`, fullPage: true });
  });
});
