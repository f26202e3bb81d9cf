import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { addAuthenticator } from '../../support/authenticator.ts';
import { addressOf, type BackofficeScreen } from '../../support/backoffice-screens.ts';
import { keepView } from '../../support/keep-view.ts';
import { showcaseWorld } from '../../support/showcase-world.ts';
import { adaAtBackoffice } from '../support/ada-at-backoffice.ts';
import { findingsOf, onlyColours } from '../support/findings.ts';
import { still, tooWideBy } from '../support/visit-backoffice.ts';

/** Somebody who visits the Backoffice of a server in use, signed in and not, and judges what is shown. */
export type Visitor = Awaited<ReturnType<typeof newVisitor>>;
export type Look = (typeof looks)[number];

export const looks = [
  { colorScheme: 'light', width: 1280, height: 860 },
  { colorScheme: 'dark', width: 1280, height: 860 },
  { colorScheme: 'dark', width: 360, height: 740 },
  { colorScheme: 'light', width: 360, height: 740 },
] as const;

export async function newVisitor() {
  const options = { reducedMotion: 'reduce' } as const;
  const ada = await adaAtBackoffice(showcaseWorld, options);
  const { world, browser, page: inside, complaints } = ada;
  const outside = await (await browser.newContext(options)).newPage();
  await addAuthenticator(outside);
  await keepView(inside);
  return {
    inside,
    /** What the console has said so far to somebody who is signed in. */
    complaints,
    pageOf: ({ isOutside }: BackofficeScreen): Page => (isOutside ? outside : inside),
    visit: async (page: Page, path: string, { width, height }: Look = looks[0]) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${world.baseUrl}/backoffice${addressOf(path, world.made)}`);
    },
    close: ada.close,
  };
}

/** What many screens say alike is judged on a desktop in light and on a phone in dark. */
export const fewLooks = [looks[0], looks[2]] as const;

type Judged = { readonly isCanvas?: boolean | undefined; readonly among?: readonly Look[] };

/** Axe in every look of what is shown, without a new visit; nothing wider than the window. */
export async function judge(
  page: Page,
  what: string,
  { isCanvas, among = looks }: Judged = {},
): Promise<void> {
  for (const look of among) {
    await judgeIn(page, look, what);
    if (!isCanvas) expect(await tooWideBy(page), `${what}, ${look.width} px`).toBe(0);
  }
}

/** Changes theme and size, and has axe find nothing in what is shown then. */
export async function judgeIn(page: Page, look: Look, what: string): Promise<void> {
  await take(page, look);
  const rules = look.colorScheme === 'dark' ? onlyColours : [];
  expect(await findingsOf(page, { rules }), `${what}, ${look.colorScheme}, ${look.width} px`).toEqual([]);
}

/** Changes theme and size, and waits until the page has taken them up. */
export async function take(page: Page, { colorScheme, width, height }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await still(page);
}

/** Gives the calls of the API another fate, all but the one for the session. */
export async function whileCalls(page: Page, fate: (route: Route) => unknown, work: () => Promise<void>) {
  await page.route(
    (url) => url.pathname.startsWith('/api/') && !url.pathname.endsWith('/session'),
    (route) => void fate(route),
  );
  try {
    await work();
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}
