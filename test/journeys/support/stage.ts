import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.ts';
import { startPageServer } from './page-server.ts';

/**
 * A fresh page for each test of a file, on a server whose answers the test gives. A page that throws or breaks its own
 * security policy fails its test.
 */
export function setStage() {
  let server: Awaited<ReturnType<typeof startPageServer>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    server = await startPageServer();
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  return {
    server: () => server,
    browser: () => browser,
    context: () => context,
    page: () => page,
    open: (name: string) => page.goto(`${server.origin}/${name}`),
    heading: (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor(),
    focused: () => page.evaluate('document.activeElement.textContent'),
    press: (name: string) => page.getByRole('button', { name }).click(),
    fill: async () => {
      await page.getByLabel('User Name').fill('ada');
      await page.getByLabel('Display Name').fill('Ada Lovelace');
    },
  };
}
