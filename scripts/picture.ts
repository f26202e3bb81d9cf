import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addAuthenticator } from '../test/support/authenticator.ts';
import { removeDataDir, startLatchkey } from '../test/support/latchkey.ts';
import { launchBrowser } from './browser.ts';

// The picture of the README: the demo's journey on a phone, as the real server shows it. `node scripts/picture.ts`

const file = join(import.meta.dirname, '../docs/journey.png');
const phone = { width: 360, height: 768 };
const mostBytes = 200 * 1024;

type Shot = Buffer<ArrayBufferLike>;

/** Goes through the guide's journey and takes a picture of the form, the prompt and the end. */
async function takeShots(browser: Browser, url: string): Promise<readonly Shot[]> {
  const context = await browser.newContext({
    viewport: phone,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const authenticator = await addAuthenticator(page);
  await authenticator.answers(false);
  await page.goto(url);
  await fill(page);
  const form = await page.screenshot();
  await submit(page);
  await heading(page, 'Continue on your device');
  const prompt = await page.screenshot();
  await page.reload();
  await authenticator.answers(true);
  await submit(page);
  await heading(page, 'Passkey created');
  const done = await page.screenshot();
  await context.close();
  return [form, prompt, done];
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('User Name').fill('ada');
  await page.getByLabel('Display Name').fill('Ada Lovelace');
  await page.getByLabel('Display Name').blur();
}

const submit = (page: Page) => page.getByRole('button', { name: 'Submit for Registration' }).click();

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Sets the shots side by side. */
async function sideBySide(browser: Browser, shots: readonly Shot[]): Promise<Shot> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 848 } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
  await page.setContent(`<style>
    body { margin: 0; height: 848px; display: flex; gap: 28px; justify-content: center; align-items: center; background: #fff }
    img { width: ${phone.width}px; border: 1px solid #d5d9e4; border-radius: 28px }
  </style>${images.join('')}`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

const [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
try {
  await writeFile(file, await sideBySide(browser, await takeShots(browser, latchkey.journeyUrl)));
  const { size } = await stat(file);
  if (size > mostBytes) throw new Error(`The picture has ${size} bytes, more than ${mostBytes}.`);
  console.log(`${file}: ${size} bytes`);
} finally {
  await browser.close();
  await latchkey.stop();
  removeDataDir(latchkey.dataDir);
}
