import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';
import { findingsOf } from './support/findings.ts';
import { complaintsOf } from './support/visit-backoffice.ts';

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A computed style, as an expression for the browser. */
const styleOf = (what: string, property: string) =>
  `getComputedStyle(document.querySelector('${what}')).${property}`;

describe('a theme made in the Backoffice', () => {
  let world: BackofficeWorld;
  let browser: Browser;
  let page: Page;
  let ada: AdaAtBackoffice<BackofficeWorld>;

  beforeAll(async () => {
    ada = await adaAtBackoffice(backofficeWorld);
    ({ world, browser, page } = ada);
  });
  afterAll(() => ada?.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const preview = () => page.frameLocator('iframe[title^="Preview of"]');
  const colourOf = async (what: string) => {
    const frame = await (await page.locator('iframe[title^="Preview of"]').elementHandle())?.contentFrame();
    return frame?.evaluate(styleOf(what, 'backgroundColor')).catch(() => '');
  };

  test('is judged while its colours are chosen, shown at once, and deployed only when people can read it', async () => {
    await ada.open('/themes/new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('northwind');
    await page.getByLabel('Accent', { exact: true }).fill('#ffcc00');
    await page.getByText('pairs of colours have too little contrast').waitFor();
    const accent = page.getByLabel('Accent', { exact: true });
    await expect.poll(() => accent.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => button('Save & deploy').isDisabled()).toBe(true);
    await expect.poll(() => colourOf('button[type="submit"]')).toBe('rgb(255, 204, 0)');
    expect(await findingsOf(page)).toEqual([]);

    await accent.fill('#b00020');
    await page.getByText(/All \d+ pairs of colours have enough contrast/).waitFor();
    await expect.poll(() => colourOf('button[type="submit"]')).toBe('rgb(176, 0, 32)');
    await page.locator('input[type="file"]').first().setInputFiles({
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: pixel,
    });
    await preview().locator('header img').waitFor();
    await page.getByText('Square', { exact: true }).click();
    await button('Save & deploy').click();
    await page.getByRole('heading', { level: 1, name: 'northwind' }).waitFor();
    const { content } = await world.call('GET', '/api/theme-server/themes/northwind/versions');
    expect(content).toMatchObject([{ version: 1, status: 'DEPLOYED_ACTIVE' }]);
  });

  test('is refused by the server with the reason beside the file that is no picture', async () => {
    await page.getByText('Version 1').first().waitFor();
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: 'logo.png',
        mimeType: 'image/png',
        buffer: Buffer.from('<svg/>'),
      });
    await button('Save as draft').click();
    await page.getByText('Must be a PNG, JPEG or WebP picture.').first().waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
  });

  test('is chosen as the default, and the end user’s page wears it', async () => {
    await page.goto(`${world.baseUrl}/backoffice/themes`);
    await page.getByLabel('Default theme').selectOption('northwind');
    await page.getByText('Saved. Journeys show it from now on.').waitFor();
    const visitor = await (await browser.newContext()).newPage();
    const said = complaintsOf(visitor);
    await visitor.goto(world.journeyUrl);
    const submit = visitor.getByRole('button', { name: 'Submit for Registration' });
    await submit.waitFor();
    const worn = [await visitor.evaluate(styleOf('[type=submit]', 'backgroundColor'))];
    worn.push(await visitor.evaluate(styleOf('[type=submit]', 'borderRadius')));
    expect(worn).toEqual(['rgb(176, 0, 32)', '0px']);
    const width = () => visitor.evaluate("document.querySelector('header img').naturalWidth");
    await expect.poll(width).toBe(1);
    expect(said).toEqual([]);
    await visitor.context().close();
  });

  test('leaves the console quiet but for what was refused on purpose', () => {
    expect(ada.complaints.filter((text) => !/status of (401|422)/.test(text))).toEqual([]);
  });
});
