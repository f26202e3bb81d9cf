import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsInside } from './support/findings.ts';
import { guest, instanceAt, type VersionsWorld, versionsWorld } from './support/versions-world.ts';
import { tooWideBy } from './support/visit-backoffice.ts';

const manager = '/api/process-manager';
const name = 'Passkey registration';
const address = `/definitions/${encodeURIComponent(name)}`;

/** Tags and retention periods as an identity engineer sets them in the Backoffice. */
describe('in the Backoffice', () => {
  let world: VersionsWorld;
  let link: string;
  const button = (label: string) => world.page.getByRole('button', { name: label, exact: true });
  const dialog = () => world.page.getByRole('dialog');
  const versionBy = async () => {
    const { theirs } = await guest(world.browser, link);
    await theirs.getByLabel('User Name').waitFor();
    const { processDefnVersion } = await instanceAt(world.api, theirs);
    await theirs.context().close();
    return processDefnVersion;
  };

  beforeAll(async () => {
    world = await versionsWorld();
    const { body } = await world.api.get(`${manager}/processDefinitions?name=${encodeURIComponent(name)}`);
    const { body: first } = await world.api.get(`${manager}/processDefinitions/${body.content[0].id}`);
    const { resources } = first;
    await world.api.post(`${manager}/processDefinitions`, {
      name,
      resources,
      creationOption: 'Save & Deploy',
    });
  });
  afterAll(() => world.close());

  test('a tag is put on a version, a token follows it, and moving it after a warning moves what the link starts', async () => {
    const { page } = world;
    await world.open(address);
    await button('Add a tag to version 1').click();
    await dialog().getByLabel('Name').fill('live');
    await dialog().getByRole('button', { name: 'Add tag' }).click();
    await page.getByRole('list', { name: 'Tags of version 1' }).getByText('live').waitFor();

    await world.open('/tokens/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Front door');
    await page.getByLabel('Starts').first().click();
    await page.getByRole('option', { name: 'A tag' }).click();
    await page.getByRole('combobox', { name: /^Tag/ }).click();
    await page.getByRole('option', { name: `live (${name}, version 1)` }).click();
    await button('Create token').click();
    await page.getByRole('heading', { level: 1, name: 'Front door' }).waitFor();
    await page.getByText('Tag live').first().waitFor();
    link = (await page.locator('code').first().textContent()) ?? '';
    expect(await versionBy()).toBe(1);

    await world.open(address);
    await button('Add a tag to version 2').click();
    await dialog().getByLabel('Name').fill('live');
    await dialog().getByText(`live is on version 1 of ${name}`).waitFor();
    await dialog()
      .getByText(/The link that follows it starts this version from now on/)
      .waitFor();
    expect(await findingsInside(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Move tag here' }).click();
    await page.getByRole('list', { name: 'Tags of version 2' }).getByText('live').waitFor();
    expect(await versionBy()).toBe(2);
  });

  test('a tag that a link follows is not removed, and the link is named; once it is gone the link’s page says so', async () => {
    const { page } = world;
    await world.open(address);
    await button('Remove tag live').click();
    await dialog().getByRole('button', { name: 'Remove tag' }).click();
    await dialog().getByText('"live" is followed by "Front door".').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();

    const { body } = await world.api.get(`${manager}/processTokens?name=Front%25`);
    await world.api.post(`${manager}/processTokens/${body.content[0].id}`, { status: 'INACTIVE' });
    await button('Remove tag live').click();
    await dialog().getByRole('button', { name: 'Remove tag' }).click();
    await page.getByText('Tag live removed.').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await world.open(`/tokens/${body.content[0].id}`);
      await page.getByText('The tag live is gone').first().waitFor();
      expect(await findingsInside(page)).toEqual([]);
    }
  });

  test('a retention period is refused beside its field, and set', async () => {
    const { page } = world;
    await world.open(address);
    await page.getByText('30 days, the usual period').waitFor();
    await button('Change').click();
    await dialog().getByLabel('Days').fill('0');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('0 is not a whole number of days from 1 to 3650.').first().waitFor();
    await dialog().getByLabel('Days').fill('7');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('Finished instances are kept for 7 days.').waitFor();
    const { body } = await world.api.get(
      `${manager}/processDefinitions/${encodeURIComponent(name)}/retention`,
    );
    expect(body).toEqual({ name, retentionDays: 7, isUsual: false });

    await world.open(`/designer/${encodeURIComponent(name)}`);
    await button('Versions').click();
    await dialog().getByRole('region', { name: 'Retention period' }).getByText('7 days').waitFor();
    expect(await findingsInside(page)).toEqual([]);
  });

  test('the page of a definition and that of a new token fit 360 px', async () => {
    const { page } = world;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of [address, '/tokens/new']) {
      await world.open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await tooWideBy(page)).toBe(0);
      expect(await findingsInside(page)).toEqual([]);
    }
  });
});
