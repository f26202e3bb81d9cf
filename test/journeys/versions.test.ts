import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { designerPage } from './support/designer-page.ts';
import { findingsInside } from './support/findings.ts';
import {
  guest,
  instanceAt,
  makeLink,
  passkeysOf,
  ready,
  register,
  type VersionsWorld,
  versionsWorld,
} from './support/versions-world.ts';

const manager = '/api/process-manager';

/** What an identity engineer does with versions, in a real browser, and what becomes of people at their links. */
describe('versions of a process', () => {
  let world: VersionsWorld;
  const button = (name: string | RegExp, exact = true) => world.page.getByRole('button', { name, exact });
  const dialog = () => world.page.getByRole('dialog');
  const deploy = async (message: RegExp) => {
    await button('Save & Deploy').click();
    await world.page.getByText(message).waitFor();
  };

  beforeAll(async () => {
    world = await versionsWorld();
  });
  afterAll(() => world.close());

  test('a file with camunda input parameters is imported and deployed; a person cancels, retries and registers', async () => {
    const { page, api, browser, latchkey } = world;
    const designer = designerPage(page, latchkey.baseUrl);
    await designer.create('Imported loop');
    await button('More').click();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Import a BPMN file…' }).click();
    const file = join(import.meta.dirname, '../../examples/passkey-registration-camunda.bpmn');
    await (await chosen).setFiles(file);
    await page.locator('[data-element-id="AddUser"]').waitFor();
    await button('No problems').waitFor();
    await deploy(/Version 1 of Imported loop is live/);

    const { theirs, authenticator } = await guest(browser, await makeLink(world, 'Imported loop'));
    await authenticator.verifies(false);
    await theirs.getByLabel('User Name').waitFor();
    // The policy only prefers verification: a refused finger would still register. This device insists.
    await theirs.evaluate(`
      const create = navigator.credentials.create.bind(navigator.credentials);
      navigator.credentials.create = (options) => {
        options.publicKey.authenticatorSelection.userVerification = 'required';
        return create(options);
      };
    `);
    await register(theirs, 'grace');
    await theirs.getByRole('heading', { name: 'User cancelled the process' }).waitFor();
    await authenticator.verifies(true);
    await theirs.getByRole('button', { name: 'Continue' }).click();
    await theirs.getByLabel('User Name').waitFor();
    await ready(theirs);
    await theirs.getByRole('button', { name: 'Submit for Registration' }).click();
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();

    const instance = await instanceAt(api, theirs);
    expect(instance).toMatchObject({
      processDefnName: 'Imported loop',
      status: 'COMPLETED_ENDED_SUCCESS',
      decision: 'PASS',
    });
    expect(await passkeysOf(api, latchkey, instance.id)).toHaveLength(1);
    const { body: history } = await api.get(`${manager}/processInstances/${instance.id}/history`);
    expect(history.map(({ error }: { error?: string }) => error)).toContain('passkey.cancelled');
    await theirs.context().close();
  });

  test('an instance that runs while its definition is edited and deployed ends on its version, the next one on the new', async () => {
    const { page, api, browser, latchkey } = world;
    const link = await makeLink(world, 'Imported loop');
    const { theirs } = await guest(browser, link);
    await theirs.getByLabel('User Name').waitFor();
    expect((await instanceAt(api, theirs)).processDefnVersion).toBe(1);

    const designer = designerPage(page, latchkey.baseUrl);
    await world.open('/designer/Imported%20loop');
    await page.locator('.djs-element').first().waitFor();
    await designer.choose('Simple Decider');
    await designer.fill('Name', 'Decide');
    await designer.saved();
    await deploy(/Version 2 of Imported loop is live/);

    await register(theirs, 'katherine');
    await theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    const old = await instanceAt(api, theirs);
    expect(old).toMatchObject({ processDefnVersion: 1, status: 'COMPLETED_ENDED_SUCCESS' });
    expect(await stepsOf(old.id)).toContain('Simple Decider');
    await theirs.context().close();

    const next = await guest(browser, link);
    await next.theirs.getByLabel('User Name').waitFor();
    await register(next.theirs, 'dorothy');
    await next.theirs.getByRole('heading', { name: 'Passkey created' }).waitFor();
    const fresh = await instanceAt(api, next.theirs);
    expect(fresh).toMatchObject({ processDefnVersion: 2, status: 'COMPLETED_ENDED_SUCCESS' });
    expect(await stepsOf(fresh.id)).toContain('Decide');
    expect(await stepsOf(fresh.id)).not.toContain('Simple Decider');
    await next.theirs.context().close();
  });

  test('two versions are compared: what changed is named with both values, a click selects it; the older is restored', async () => {
    const { page, api, latchkey } = world;
    const designer = designerPage(page, latchkey.baseUrl);
    await world.open('/designer/Imported%20loop');
    await page.locator('.djs-element').first().waitFor();
    await designer.choose('Add User');
    await designer.fill('User Key', 'user2');
    await designer.saved();
    await button('Versions').click();
    await dialog().getByRole('button', { name: 'Compare with version 2' }).click();
    const comparison = page.getByRole('dialog', { name: /version 2 and 3$/ });
    const row = comparison.locator('[data-element="AddUser"]');
    await row.waitFor();
    await expect.poll(() => row.textContent()).toBe('Add UserUser Key was “user1”, is now “user2”');
    await row.click();
    await expect.poll(() => row.getAttribute('aria-pressed')).toBe('true');
    const chosen = comparison.locator('.djs-element.selected[data-element-id="AddUser"]');
    await expect.poll(() => chosen.count()).toBe(2);
    expect(await findingsInside(page)).toEqual([]);
    await comparison.getByRole('button', { name: 'Close' }).click();

    await page
      .locator('li', { hasText: /^Version 1/ })
      .getByRole('button', { name: 'Open', exact: true })
      .click();
    await page.getByText('You are looking at version 1').waitFor();
    await button('Restore as newest draft').click();
    await page.getByText('Version 1 is the newest draft again.').waitFor();
    const versions = await versionsOf('Imported loop');
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [4, 'EDITABLE'],
      [3, 'EDITABLE'],
      [2, 'DEPLOYED_ACTIVE'],
      [1, 'DEPLOYED_ACTIVE'],
    ]);
    const diagram = async (version: number) => {
      const id = versions.find((one) => one.version === version)?.id;
      return (await api.get(`${manager}/processDefinitions/${id}`)).body.resources.bpmn.data;
    };
    expect(await diagram(4)).toBe(await diagram(1));
  });

  const versionsOf = async (
    name: string,
  ): Promise<readonly { id: string; version: number; status: string }[]> =>
    (
      await world.api.get(
        `${manager}/processDefinitions/${encodeURIComponent(name)}/versions?sort=version,desc`,
      )
    ).body.content;
  /** The steps of an instance, by their names. */
  const stepsOf = async (id: string): Promise<readonly string[]> =>
    (await world.api.get(`${manager}/processInstances/${id}/history`)).body.map(
      ({ name }: { name?: string }) => name,
    );
});
