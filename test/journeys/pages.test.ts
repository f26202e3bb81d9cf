import { catalogues, contrastFaults } from '@latchkey/journey';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { findingsOf, onlyColours } from './support/findings.ts';
import { startPageServer } from './support/page-server.ts';
import { sampleThemes } from './support/sample-themes.ts';
import { pageStates, sampleViews } from './support/sample-views.ts';
import { layState } from './support/shown-state.ts';

const smallTargets = `[...document.querySelectorAll(
  'button, .button, select, input:not([type=hidden], [type=radio], [type=checkbox]), .choice'
)].filter((one) => one.checkVisibility() && (one.offsetHeight < 44 || one.offsetWidth < 44)).map((one) => one.outerHTML)`;

/** Each state in which other colours meet. */
const looks = ['registration', 'everything', 'mistakes', 'readonly', 'last-minute', 'saved-in', 'failed'];

describe('every state in every language', () => {
  let server: Awaited<ReturnType<typeof startPageServer>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await startPageServer();
    browser = await launchBrowser();
    const context = await browser.newContext({
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 320, height: 640 },
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const open = async (name: string, language: string, more = ''): Promise<void> => {
    const ofThePage = pageStates.find((state) => `page ${state}` === name);
    await page.goto(`${server.origin}/${ofThePage ? 'registration' : name}?lang=${language}${more}`);
    if (ofThePage) await layState(page, ofThePage);
  };

  const states = [...Object.keys(sampleViews(0)), ...pageStates.map((state) => `page ${state}`)];

  test('themes with enough contrast leave nothing for axe either, and have room', async () => {
    for (const [theme, { design }] of Object.entries(sampleThemes)) {
      expect(contrastFaults(design), theme).toEqual([]);
      for (const name of looks) {
        await open(name, 'en', `&theme=${theme}`);
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(320);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await findingsOf(page), `${theme} ${name} ${colorScheme}`).toEqual([]);
        }
      }
    }
  });

  for (const language of Object.keys(catalogues)) {
    test.each(states)(
      `${language}: %s has one main heading, fits 320 pixels and a finger, and axe finds nothing`,
      async (name) => {
        await open(name, language);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
        expect(await page.evaluate(smallTargets)).toEqual([]);
        expect(await findingsOf(page)).toEqual([]);
      },
    );
  }

  // Colours are the same in every language.
  test.each(states)('%s has nothing for axe in the dark', async (name) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(name, 'en');
    expect(await findingsOf(page, { rules: onlyColours })).toEqual([]);
  });
});
