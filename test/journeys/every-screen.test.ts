import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import {
  addressOf,
  type BackofficeScreen,
  backofficeScreens,
  openOver,
} from '../support/backoffice-screens.ts';
import { removeDataDir } from '../support/latchkey.ts';
import { type ShowcaseWorld, showcaseWorld } from '../support/showcase-world.ts';
import { complaintsOf, findingsOf, settled, tooWideBy } from './support/visit-backoffice.ts';

// Its types need the settings of the browser's own sources, which tests do not have.
const sources = join(import.meta.dirname, '../../apps/backoffice/src');
const { routeTree } = (await import(join(sources, 'route-tree.ts'))) as { readonly routeTree: AnyRoute };

let world: ShowcaseWorld;
let browser: Browser;
let inside: Page;
let outside: Page;
let complaints: string[];

const looks = [
  { colorScheme: 'light', width: 1280, height: 860 },
  { colorScheme: 'dark', width: 1280, height: 860 },
  { colorScheme: 'dark', width: 360, height: 740 },
  { colorScheme: 'light', width: 360, height: 740 },
] as const;

beforeAll(async () => {
  [world, browser] = await Promise.all([showcaseWorld(), launchBrowser()]);
  const opened = async () =>
    ((await browser.newContext({ reducedMotion: 'reduce' })) as BrowserContext).newPage();
  [inside, outside] = await Promise.all([opened(), opened()]);
  complaints = complaintsOf(inside);
  for (const page of [inside, outside]) {
    page.setDefaultTimeout(20_000);
    await addAuthenticator(page);
  }
  await inside.goto(world.setUpLink);
  await inside.getByLabel('Your name').fill('Ada Lovelace');
  await inside.getByRole('button', { name: 'Create a passkey' }).click();
  await inside.getByRole('heading', { level: 1, name: /^Hello/ }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await world?.stop();
  if (world) removeDataDir(world.dataDir);
});

const pageOf = ({ isOutside }: BackofficeScreen): Page => (isOutside ? outside : inside);
const visit = (page: Page, path: string) =>
  page.goto(`${world.baseUrl}/backoffice${addressOf(path, world.made)}`);

/** Axe in every look of what is shown, without a new visit; nothing wider than the window. */
async function judge(page: Page, what: string, isCanvas = false): Promise<void> {
  for (const { colorScheme, width, height } of looks) {
    await look(page, colorScheme, { width, height });
    expect(await findingsOf(page), `${what}, ${colorScheme}, ${width} px`).toEqual([]);
    if (!isCanvas) expect(await tooWideBy(page), `${what}, ${width} px`).toBe(0);
  }
}

/** Changes theme and size, and waits until the page has taken them up. */
async function look(page: Page, colorScheme: 'light' | 'dark', size: { width: number; height: number }) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
  await settled(page);
}

/** Gives the calls of the API another fate, all but the one for the session. */
async function whileCalls(page: Page, fate: (route: Route) => unknown, work: () => Promise<void>) {
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

const failed = {
  type: 'urn:latchkey:problem:server.failed',
  code: 'server.failed',
  title: 'The server failed.',
  status: 500,
  instance: '/api',
  traceId: '01K0000000000000000000TRACE',
};
const problem = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify(failed),
};

test('the table has every screen of the route tree, and nothing else', () => {
  expect(backofficeScreens.map(({ route }) => route).sort()).toEqual(pathsOf(routeTree).sort());
});

describe.each(backofficeScreens.map((screen) => [screen.route, screen] as const))('%s', (_, screen) => {
  test.each(screen.at)('has nothing for axe at %s', async (path) => {
    const page = pageOf(screen);
    await page.setViewportSize({ width: 1280, height: 860 });
    await visit(page, path);
    await settled(page);
    expect(new URL(page.url()).pathname.includes('sign-in')).toBe(screen.route === '/sign-in');
    await judge(page, path, screen.isCanvas);
  });

  test.each((screen.opens ?? []).map((opened) => [opened.name, opened] as const))(
    'has nothing for axe with its %s open',
    async (name, opened) => {
      const page = pageOf(screen);
      for (const { colorScheme, width, height } of [looks[0], looks[2]]) {
        await page.setViewportSize({ width: 1280, height: 860 });
        await visit(page, screen.at[0] ?? '');
        await settled(page);
        await openOver(page, opened);
        await look(page, colorScheme, { width, height });
        expect(await findingsOf(page), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
      }
    },
  );

  if (!screen.readsNothing)
    test('has nothing for axe while it waits and when it fails', async () => {
      const page = pageOf(screen);
      await whileCalls(
        page,
        () => undefined,
        async () => {
          await visit(page, screen.at[0] ?? '');
          await page.locator('main').waitFor();
          await page.waitForTimeout(600);
          expect(await findingsOf(page), 'waiting').toEqual([]);
        },
      );
      await whileCalls(
        page,
        (route) => route.fulfill(problem),
        async () => {
          await visit(page, screen.at[0] ?? '');
          await page.getByText('server.failed').first().waitFor();
          await judge(page, 'failed', screen.isCanvas);
        },
      );
    });

  if (needsOf(screen.route))
    test('says which permission is missing', async () => {
      await inside.route(/\/api\/backoffice\/session$/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...(await answer.json()), permissions: [] } });
      });
      await visit(inside, screen.at[0] ?? '');
      await inside.getByText(String(needsOf(screen.route))).waitFor();
      await judge(inside, 'without permission');
      await inside.unrouteAll({ behavior: 'ignoreErrors' });
    });
});

describe('the frame', () => {
  test('has nothing for axe with its command palette open', async () => {
    await visit(inside, '/');
    await settled(inside);
    await inside.keyboard.press('Control+k');
    await inside.getByRole('combobox', { name: 'Command palette' }).waitFor();
    await judge(inside, 'palette');
  });

  test('has nothing for axe with its drawer open', async () => {
    await visit(inside, '/users');
    await look(inside, 'light', { width: 360, height: 740 });
    await inside.getByRole('button', { name: 'Open navigation' }).click();
    await inside.getByRole('dialog').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await look(inside, colorScheme, { width: 360, height: 740 });
      expect(await findingsOf(inside), colorScheme).toEqual([]);
    }
  });
});

test('the screens obey their own policy: the console stays quiet but for answers that were refused on purpose', () => {
  expect(complaints.filter((text) => !/status of (400|401|404|409|422|500)/.test(text))).toEqual([]);
});

type AnyRoute = {
  readonly children?: unknown;
  readonly options?: {
    readonly path?: string;
    readonly staticData?: { readonly needs?: { readonly permission: string } };
  };
};

/** Every route with a path, the children of those without included. */
function leavesOf(route: AnyRoute): readonly AnyRoute[] {
  const children = Object.values((route.children ?? []) as Readonly<Record<string, AnyRoute>>);
  return children.length > 0 ? children.flatMap(leavesOf) : [route];
}

function pathsOf(tree: AnyRoute): string[] {
  return leavesOf(tree).map(({ options }) => (options?.path ?? '').replace(/^\$$/, '/$'));
}

function needsOf(path: string): string | undefined {
  const route = leavesOf(routeTree).find(({ options }) => options?.path === path);
  return route?.options?.staticData?.needs?.permission;
}
