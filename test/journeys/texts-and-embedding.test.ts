import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BackofficeWorld, backofficeWorld } from '../support/backoffice-world.ts';
import { type AdaAtBackoffice, adaAtBackoffice } from './support/ada-at-backoffice.ts';

/** Somebody who gives the journeys of their organisation its own words, and its own pages around them. */
let world: BackofficeWorld;
let browser: Browser;
let page: Page;
let ada: AdaAtBackoffice<BackofficeWorld>;

beforeAll(async () => {
  ada = await adaAtBackoffice(backofficeWorld);
  ({ world, browser, page } = ada);
  page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(() => ada?.close());

const go = (path: string) => ada.open(path);
const save = () => page.getByRole('button', { name: 'Save changes' }).click();

describe('the texts', () => {
  /** What the first form says to people of that language. */
  const saidIn = async (locale: string): Promise<string> => {
    const visitor = await (await browser.newContext({ locale })).newPage();
    await visitor.goto(world.journeyUrl);
    await visitor.getByLabel('User Name').waitFor();
    const text = await visitor.locator('main').innerText();
    await visitor.context().close();
    return text;
  };
  const own = (key: string) => page.getByLabel(`Your text for ${key}`, { exact: true });

  test('are replaced one by one, in one language, and people read them at once; a place that is missing is told', async () => {
    await go('/texts?language=de');
    await page.getByLabel('Search in keys and texts').fill('passkey');
    await own('passkeyHint').fill('Gleich fragt Ihr Telefon nach Ihnen.');
    await own('passkeyFor').fill('Für {someone}');
    await page.getByText('{someone}').last().waitFor();
    await save();
    await expect.poll(() => own('passkeyFor').getAttribute('aria-invalid')).toBe('true');
    await own('passkeyFor').fill('');
    await save();
    await page.getByText('Saved. Pages say it from now on.').waitFor();
    expect(await saidIn('de-DE')).toContain('Gleich fragt Ihr Telefon nach Ihnen.');
    // In part: what was not replaced, and the other languages, stay the platform's.
    expect(await saidIn('de-DE')).toContain('Ein Passkey für');
    expect(await saidIn('en-GB')).toContain('Next, your device asks for');
  });

  test('are found among one’s own, and given back to the platform', async () => {
    await go('/texts?language=de');
    await page.getByText('One text of your own').waitFor();
    await page.getByRole('switch', { name: 'Only your own' }).check();
    expect(await page.getByLabel(/^Your text for/).count()).toBe(1);
    await page.getByRole('button', { name: 'Use the platform’s text for passkeyHint' }).click();
    await page.getByText('0 texts of your own').waitFor();
    await save();
    await page.getByText('Saved. Pages say it from now on.').waitFor();
    expect(await saidIn('de-DE')).not.toContain('Gleich fragt Ihr Telefon nach Ihnen.');
  });
});

describe('embedding', () => {
  let site: Server;
  let shop: string;
  let stranger: string;

  beforeAll(async () => {
    site = createServer((_request, reply) => {
      reply
        .setHeader('content-type', 'text/html')
        .end(`<!doctype html><iframe src="${world.journeyUrl}" style="width:400px;height:700px"></iframe>`);
    }).listen(0, 'localhost');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    [shop, stranger] = [`http://shop.localhost:${port}`, `http://stranger.localhost:${port}`];
  });
  afterAll(() => void site?.close());

  /** Whether a journey shows itself in a frame of that site. */
  const isShownAt = async (origin: string): Promise<boolean> => {
    const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    const refused = visitor
      .waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
      .then(() => false);
    const shown = visitor
      .frameLocator('iframe')
      .locator('h1')
      .waitFor()
      .then(() => true);
    await visitor.goto(origin);
    const answer = await Promise.race([shown, refused]);
    await visitor.context().close();
    await Promise.allSettled([shown, refused]);
    return answer;
  };

  test('is nobody’s, then the site’s that is named, and no other’s', async () => {
    expect(await isShownAt(shop)).toBe(false);
    await go('/embedding');
    const origins = page.getByLabel('Origins', { exact: true }).first();
    await origins.fill(`${shop}/path`);
    await origins.press('Enter');
    await save();
    await page.getByText('Give an exact origin such as https://shop.example.org.').first().waitFor();
    expect(await isShownAt(shop)).toBe(false);
    await origins.press('Backspace');
    await origins.fill(shop);
    await origins.press('Enter');
    await save();
    await page.getByText('Saved. It counts for every page from now on.').waitFor();
    expect(await isShownAt(shop)).toBe(true);
    expect(await isShownAt(stranger)).toBe(false);
  });

  test('is taken away again', async () => {
    await go('/embedding');
    await page.getByText(shop).first().waitFor();
    await page.getByLabel('Origins', { exact: true }).first().press('Backspace');
    await save();
    await page.getByText('Saved. It counts for every page from now on.').waitFor();
    expect(await isShownAt(shop)).toBe(false);
  });
});

test('the console stays quiet but for what was refused on purpose', () => {
  expect(ada.complaints.filter((text) => !/status of (400|401|422)/.test(text))).toEqual([]);
});
