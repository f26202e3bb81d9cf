import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { makeZip } from '../support/make-zip.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';
import { findingsOf } from './support/findings.ts';
import { guidePage } from './support/page-process.ts';
import { settled, tooWideBy } from './support/visit-backoffice.ts';

let ada: AdaAtBackoffice<BackofficeWorld>;
let world: BackofficeWorld;
let page: Page;

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld);
  ({ world, page } = ada);
});
afterAll(() => ada?.close());

const go = (path: string) => page.goto(`${world.baseUrl}/backoffice${path}`);
const shots = process.env.LATCHKEY_SHOTS;
const zip = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });

describe('Custom pages in the Backoffice', () => {
  test('a zip is uploaded, seen in its sandbox, and a refusal names the entry', async () => {
    await go('/pages/new');
    await page.getByLabel('Name', { exact: false }).first().fill('uploaded');
    const evil = makeZip([...(await guidePage()), { name: '../evil.js', text: 'x' }]);
    await page.getByLabel('Archive').setInputFiles(zip('evil.zip', evil));
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByText('"../evil.js" leads out of the archive.').waitFor();
    await page.getByLabel('Archive').setInputFiles(zip('page.zip', makeZip(await guidePage())));
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByRole('heading', { name: 'uploaded', level: 1 }).waitFor();
    const preview = page.frameLocator('iframe[title="Preview of uploaded"]');
    await preview.getByRole('heading', { name: 'Register with Passkey' }).waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    await preview.getByRole('button', { name: 'Register' }).click();
    await page.getByText('The page sent:').waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });

  test('its files are edited, compared and rolled back', async () => {
    await go('/pages/uploaded');
    await page.getByRole('tab', { name: 'style.css' }).click();
    const editor = page.getByRole('textbox', { name: 'Text of style.css' });
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('/* mine */');
    await page.getByRole('button', { name: 'Save & deploy' }).click();
    await page.getByText('Version 2 is deployed.').waitFor();
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Version 1 and version 2' });
    await expect.poll(() => dialog.textContent()).toContain('/* mine */');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Roll back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await page.getByText('Version 3 is a copy of version 1.').waitFor();
    const { content } = await world.call(
      'GET',
      '/api/theme-server/customPages/uploaded/versions?sort=version,desc',
    );
    expect(content[0].contentHash).toBe(content[2].contentHash);
  });

  test.each([
    ['without an index.html', [{ name: 'app.js' }], 'index.html has to stand in the root of the archive.'],
    [
      'with its index.html in a folder',
      [{ name: 'site/index.html' }],
      'There is one at "site/index.html": pack the content of that folder, not the folder.',
    ],
    [
      'of 10,000 files',
      Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}.js` })),
      'The archive has 10000 files; a page may have 500.',
    ],
  ])('an archive %s is refused at the upload, with the reason', async (_what, entries, reason) => {
    await go('/pages/new');
    await page.getByLabel('Name', { exact: false }).first().fill('refused');
    await page.getByLabel('Archive').setInputFiles(zip('page.zip', makeZip(entries)));
    await page.getByRole('button', { name: 'Save & deploy' }).click();
    await page.getByText(reason).waitFor();
    expect(new URL(page.url()).pathname).toBe('/backoffice/pages/new');
  });

  test('a page is written in the editor, and seen before it is saved', async () => {
    await go('/pages/new');
    await page.getByLabel('Name', { exact: false }).first().fill('written');
    await page.getByText('Editor', { exact: true }).click();
    const editor = page.getByRole('textbox', { name: 'Text of index.html' });
    const preview = page.frameLocator('iframe[title="Preview of written"]');
    await preview.getByRole('heading', { name: 'Register with Passkey' }).waitFor();
    await preview.getByRole('button', { name: 'Register' }).click();
    await page.getByText('The page sent:').waitFor();
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('<h1>By hand</h1><script>document.title = origin</script>');
    await preview.getByRole('heading', { name: 'By hand' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save & deploy' }).click();
    await page.getByRole('heading', { name: 'written', level: 1 }).waitFor();
  });

  test('the designer has a template whose page and version are live choices', async () => {
    await go('/pages/passkeyRegistrationPage');
    await page.getByText('No process definition shows this version.').waitFor();
    await go('/designer/new');
    await page.getByRole('radio', { name: /Custom-page flow/ }).click();
    await page.getByLabel('Name').fill('by page');
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await page.locator('[data-element-id="CustomPage"]').first().click();
    const name = page.locator('[data-property="customPageName"]');
    await name.fill('');
    await name.click();
    await page.getByRole('option', { name: 'uploaded' }).click();
    const version = page.locator('[data-property="customPageVersion"]');
    await version.fill('');
    await version.click();
    await page.getByRole('option', { name: /2/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('a test run shows the page on its phone; its confirmed prompt is answered by a simulated device', async () => {
    await go('/designer/new');
    await page.getByRole('radio', { name: /Custom-page flow/ }).click();
    await page.getByLabel('Name').fill('tried out');
    await page.getByRole('button', { name: 'Create and draw' }).click();
    await page.locator('[data-element-id="CustomPage"]').first().waitFor();
    await page.getByRole('button', { name: 'Test run' }).click();
    const panel = page.getByRole('complementary', { name: 'Test run' });
    const press = (name: string) => panel.getByRole('button', { name, exact: true }).click();
    const phone = page.frameLocator('iframe[title="The person’s phone"]');
    const toPrompt = async () => {
      await press('Run on to the next form');
      await phone.frameLocator('iframe').getByRole('button', { name: 'Register' }).click();
      await phone.getByText('passkeyConfig (localhost)').waitFor();
      await phone.getByRole('button', { name: 'Create passkey' }).click();
      await panel.getByText('The phone is asking for a passkey. What happens?').waitFor();
      if (shots) await page.screenshot({ path: `${shots}/test-run-prompt.png` });
    };
    await press('Start the test run');
    await toPrompt();
    await press('Its time runs out');
    await panel.getByRole('region', { name: 'Complete Passkey Registration' }).waitFor();
    await panel.getByText('timed-out').first().waitFor();
    await press('Start again');
    await toPrompt();
    await press('Create a passkey');
    await panel.getByRole('region', { name: 'Complete Passkey Registration' }).waitFor();
    await press('Run on to the next form');
    await panel.getByText('Decision: PASS').waitFor();
    await phone.getByRole('heading', { name: 'Passkey created' }).waitFor();
  });

  test('a zip that is dragged from the desktop is taken as one that is chosen', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-drop-'));
    const file = join(folder, 'dropped.zip');
    await writeFile(file, makeZip(await guidePage()));
    await go('/pages/new');
    await page.getByLabel('Name', { exact: false }).first().fill('dropped');
    const box = await page.getByText('Drop a .zip or .tar.gz here').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 5];
    const browserSide = await page.context().newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browserSide.send('Input.dispatchDragEvent', { type, x, y, data });
    await page.getByText(/dropped\.zip, /).waitFor();
    await page.getByRole('button', { name: 'Save as draft' }).click();
    await page.getByRole('heading', { name: 'dropped', level: 1 }).waitFor();
    await rm(folder, { recursive: true });
  });

  test('its preview shows what is not saved yet, under the same policy', async () => {
    await go('/pages/dropped');
    const preview = page.frameLocator('iframe[title="Preview of dropped"]');
    await preview.getByRole('heading', { name: 'Register with Passkey' }).waitFor();
    const typeInto = async (path: string, text: string) => {
      await page.getByRole('tab', { name: path }).click();
      await page.getByRole('textbox', { name: `Text of ${path}` }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    };
    await typeInto(
      'app.js',
      'document.querySelector("h1").textContent = `${origin} ${typeof localStorageOf()}`;\nfunction localStorageOf() { try { return localStorage } catch { return 1 } }',
    );
    await preview.getByRole('heading', { name: 'null number' }).waitFor();
    await typeInto('style.css', 'h1 { text-transform: uppercase }');
    await expect.poll(() => preview.locator('h1').innerText()).toBe('NULL NUMBER');
    if (shots) await page.screenshot({ path: `${shots}/unsaved.png`, fullPage: true });
    expect(await findingsOf(page)).toEqual([]);
    // Styles of the page are for the frame's policy; where the document is put together they are refused, and only read.
    expect(ada.refusals.filter((refusal) => !refusal.startsWith('style-src'))).toEqual([]);
  });

  test.each([
    ['/pages', 'Custom pages'],
    ['/pages?q=nobody', 'Custom pages'],
    ['/pages/new', 'New page'],
    ['/pages/uploaded', 'uploaded'],
  ])('%s has no findings on a phone and fits its width', async (path, title) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await go(path);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    await settled(page);
    expect(await findingsOf(page)).toEqual([]);
    expect(await tooWideBy(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});
