import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAuthenticator } from '../support/authenticator.ts';
import type { Latchkey } from '../support/latchkey.ts';
import type { Rest } from '../support/rest.ts';
import { designerPage } from './support/designer-page.ts';
import { type DesignerWorld, designerWorld } from './support/designer-world.ts';
import { findingsInside } from './support/findings.ts';

const processes = '/api/process-manager';

/** An identity engineer draws the guide's process from nothing, in a real browser, by mouse and keyboard alone. */
describe('the Process Designer', () => {
  let world: DesignerWorld;
  let latchkey: Latchkey;
  let browser: Browser;
  let page: Page;
  let api: Rest;

  beforeAll(async () => {
    world = await designerWorld();
    ({ latchkey, browser, page, api } = world);
  });
  afterAll(() => world.close());

  test('builds the guide’s process from an empty canvas, deploys it, and somebody registers a passkey by it', async () => {
    const designer = designerPage(page, latchkey.baseUrl);
    await designer.create('Drawn by hand');

    await designer.press('Create Start Event');
    await designer.press('Add User');
    await designer.fill('Store Name', latchkey.storeName);
    await designer.fill('User Key', 'user1');
    await designer.press('Start Passkey Registration');
    await designer.fill('Store Name', latchkey.storeName);
    await designer.fill('Relying Party ID', latchkey.relyingPartyId);
    await designer.fill('Registration Policy', latchkey.registrationPolicy);
    await designer.press('Passkey Registration Form');
    await designer.fill('Data form name', 'passkeyRegistrationForm');
    await designer.press('Complete Passkey Registration');
    await designer.press('Simple Decider');
    await designer.press('Decision');
    await designer.fill('Name', 'Passed?');
    await designer.press('Create End Event');

    await designer.choose('Passed?');
    await designer.press('Error end');
    await designer.fill('Error code', 'registration.declined');
    await designer.choose('Passed?');
    await designer.flowTo('Declined');
    await designer.fill('Condition', '${_dec');
    await page.getByRole('option', { name: '_decision' }).click();
    await page.keyboard.type(' == "FAIL"');
    await designer.choose('Passed?');
    await designer.flowTo('End');
    await page.getByRole('switch', { name: 'Default flow' }).click();

    await designer.choose('Complete Passkey Registration');
    await designer.attach('User cancelled');
    await designer.dragToCanvas('Custom Data Form', { x: 0.5, y: 0.2 });
    await designer.fill('Data form name', 'passkeyRetryForm');
    await designer.fill('Form data key', 'retryForm');
    await designer.connectTo('Passkey Registration Form');
    await designer.choose('User cancelled');
    await designer.connectTo('Custom Data Form');

    await page.getByRole('button', { name: '1 warning' }).click();
    await page.getByRole('button', { name: /can go round for ever/ }).click();
    await designer.attach('Timeout');
    await designer.connectTo('Simple Decider');

    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await page.getByRole('button', { name: 'Save & Deploy' }).click();
    await page.getByText('Version 1 of Drawn by hand is live.').waitFor();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByRole('heading', { name: 'New token' }).waitFor();

    const token = await api.post(`${processes}/processTokens`, {
      name: 'drawn',
      processDefnName: 'Drawn by hand',
      status: 'ACTIVE',
    });
    const { instance, passkeys } = await registerBy(`${latchkey.baseUrl}/web/trustweb?pt=${token.body.id}`);
    expect(instance).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    expect(passkeys).toHaveLength(1);
  });

  test('keeps unsaved work over a reload, tells a conflict, and loses neither side', async () => {
    const designer = designerPage(page, latchkey.baseUrl);
    await designer.create('Shared');
    await designer.press('Create Start Event');
    await designer.saved();

    const { body: versions } = await api.get(`${processes}/processDefinitions/Shared/versions`);
    const [{ id }] = versions.content;
    const { body: theirs } = await api.get(`${processes}/processDefinitions/${id}`);
    await api.post(`${processes}/processDefinitions/${id}`, {
      expectedLastUpdatedDtm: theirs.lastUpdatedDtm,
      description: 'Theirs',
      resources: theirs.resources,
    });

    await designer.press('Add User');
    await page.getByText('Somebody else has changed this process').waitFor();
    await page.reload();
    await page.locator('.djs-element').first().waitFor();
    await designer.choose('Add User');
    await page.getByRole('button', { name: 'Keep mine as a new version' }).click();
    await designer.saved();

    const { body: after } = await api.get(
      `${processes}/processDefinitions/Shared/versions?sort=version,desc`,
    );
    expect(after.content.map((one: { version: number }) => one.version)).toEqual([2, 1]);
    expect(after.content[1]).toMatchObject({ description: 'Theirs' });
  });

  test('takes over a file of another tool, parameters and all, and walks through it in a test run', async () => {
    const designer = designerPage(page, latchkey.baseUrl);
    await designer.create('Imported');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Import a BPMN file…' }).click();
    await (await chosen).setFiles(
      join(import.meta.dirname, '../../examples/passkey-registration-camunda.bpmn'),
    );
    await page.locator('[data-element-id="AddUser"]').waitFor();
    await page.getByRole('button', { name: 'No problems' }).waitFor();
    await page.locator('[data-element-id="AddUser"]').click();
    await expect.poll(() => page.getByLabel(/^Store Name/).inputValue()).toBe(latchkey.storeName);

    await page.getByRole('button', { name: 'Test run' }).click();
    for (const outcome of [
      'Start the test run',
      'Run on to the next form',
      'The person closes it',
      'Run this step',
      /^Timeout/,
      'Run this step',
    ])
      await page.getByRole('button', { name: outcome, exact: true }).click();
    await page.getByText('Ended: abandoned').waitFor();
    await page.getByRole('button', { name: 'End test run' }).click();

    await page.getByRole('button', { name: 'Save & Deploy' }).click();
    await page.getByText(/Version 1 of Imported is live/).waitFor();
    const { body: versions } = await api.get(`${processes}/processDefinitions/Imported/versions`);
    const { body: saved } = await api.get(`${processes}/processDefinitions/${versions.content[0].id}`);
    const xml = Buffer.from(saved.resources.bpmn.data, 'base64').toString();
    expect(xml).toContain('<latchkey:parameter name="storeName">');
    expect(xml).not.toContain('camunda:inputParameter');
  });

  test('leads from a drawing to its instances, which show where they stand in a colour of its own', async () => {
    const token = await api.post(`${processes}/processTokens`, {
      name: 'watched',
      processDefnName: 'Drawn by hand',
      status: 'ACTIVE',
    });
    const visitor = await browser.newContext({ locale: 'en-GB' });
    const person = await visitor.newPage();
    await person.goto(`${latchkey.baseUrl}/web/trustweb?pt=${token.body.id}`);
    await person.getByLabel('User Name').waitFor();

    await designerPage(page, latchkey.baseUrl).open('Drawn by hand');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Instances' }).click();
    await page.getByRole('row').filter({ hasText: 'In progress' }).getByRole('link').click();
    await page.locator('[data-drawn=true] .lk-active').waitFor();
    const stroke = (where: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('[data-drawn=true] ${where}')).stroke`);
    expect(await stroke('.lk-active .lk-card-face')).toMatch(/^rgb/);
    expect(await stroke('.lk-active .lk-card-face')).not.toBe(
      await stroke('.lk-visited:not(.lk-active) .lk-card-face'),
    );
    await visitor.close();
  });

  test.each(['light', 'dark'] as const)(
    'has no finding of axe in any of its views, in %s',
    async (scheme) => {
      // A drawer that still slides in is judged at a contrast that nobody reads at.
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(`${latchkey.baseUrl}/backoffice/designer/new`);
      await page.getByRole('radio', { name: /Blank canvas/ }).waitFor();
      expect(await findingsInside(page)).toEqual([]);
      await page.goto(`${latchkey.baseUrl}/backoffice/designer/Passkey%20registration`);
      await page.locator('.djs-element').first().waitFor();
      const designer = designerPage(page, latchkey.baseUrl);
      expect(await findingsInside(page)).toEqual([]);
      await designer.choose('Start Passkey Registration');
      await page.getByRole('button', { name: 'Data known here' }).click();
      expect(await findingsInside(page)).toEqual([]);
      await page.getByRole('button', { name: 'No problems' }).click();
      await page.getByText('Outline', { exact: true }).click();
      expect(await findingsInside(page)).toEqual([]);
      await page.getByRole('button', { name: 'Test run' }).click();
      await page.getByRole('button', { name: 'Start the test run' }).click();
      await page.getByRole('button', { name: 'Run this step' }).waitFor();
      expect(await findingsInside(page)).toEqual([]);
      await page.getByRole('button', { name: 'Versions' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await findingsInside(page)).toEqual([]);
    },
  );

  /** Somebody opens the link in a browser of their own and registers. */
  async function registerBy(url: string) {
    const visitor = await browser.newContext({ locale: 'en-GB' });
    const person = await visitor.newPage();
    await addAuthenticator(person);
    await person.goto(url);
    await person.getByLabel('User Name').fill('john.doe');
    await person.getByLabel('Display Name').fill('John Doe');
    await person.waitForLoadState();
    await person.getByRole('button', { name: 'Submit for Registration' }).click();
    await person.getByRole('heading', { name: 'Passkey created' }).waitFor();
    const instanceId = new URL(person.url()).pathname.split('/').at(-1);
    await visitor.close();
    const { body: instance } = await api.get(`${processes}/processInstances/${instanceId}`);
    const { body: data } = await api.get(`${processes}/processInstances/${instanceId}/sessionData`);
    const { id } = data._identityStore.users.user1;
    const { body: held } = await api.get(
      `/api/identity-store/stores/${latchkey.storeName}/users/${id}/passkeys`,
    );
    return { instance, passkeys: held.content };
  }
});
