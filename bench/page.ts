import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';
import { startLatchkey } from '../test/support/latchkey.ts';
import { median } from './median.ts';
import { type BenchWorld, openWorld } from './world.ts';

export type PageBench = {
  readonly parts: readonly PagePart[];
  /** Whether the server sends them compressed; the figures under gzip are what gzip makes of them. */
  readonly isSentCompressed: boolean;
  readonly samples: number;
  readonly latchkey: PageTimes;
  /** An empty page with one field, from bare node:http. */
  readonly floor: PageTimes;
};

/** What the form's page is made of, in bytes. */
export type PagePart = { readonly what: string; readonly raw: number; readonly gzip: number };

/** Medians, in milliseconds, each in a browser context without a cache. */
export type PageTimes = {
  /** From the request for the page with the form to its first byte. */
  readonly firstByteMs: number;
  /** From opening the address to a field that takes letters; ours passes the link's page and the start on the way. */
  readonly interactiveMs: number;
};

/** Bytes and milliseconds of the journey's page in Chromium; the two take turns. */
export async function pageBench(world: BenchWorld, samples = 10): Promise<PageBench> {
  // Its own origin is the one that the browser really sees.
  const latchkey = await startLatchkey({
    ...world.database,
    LATCHKEY_DATA_DIR: world.latchkey.dataDir,
    LATCHKEY_LOG: 'error',
  });
  const empty = await serveEmptyPage();
  const browser = await launchBrowser();
  try {
    const parts = await partsOf(browser, latchkey.journeyUrl);
    const ours: PageTimes[] = [];
    const floor: PageTimes[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      ours.push(await timesOf(browser, latchkey.journeyUrl));
      floor.push(await timesOf(browser, empty.url));
    }
    return { ...parts, samples, latchkey: middle(ours), floor: middle(floor) };
  } finally {
    await browser.close();
    empty.close();
    await latchkey.stop();
  }
}

const middle = (times: readonly PageTimes[]): PageTimes => ({
  firstByteMs: median(times.map(({ firstByteMs }) => firstByteMs)),
  interactiveMs: median(times.map(({ interactiveMs }) => interactiveMs)),
});

const emptyPage = `<!doctype html><title>Empty</title><label>User Name <input></label>`;

async function serveEmptyPage() {
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': emptyPage.length,
    });
    response.end(emptyPage);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close };
}

async function timesOf(browser: Browser, url: string): Promise<PageTimes> {
  return await onNewPage(browser, async (page) => {
    const begin = performance.now();
    await openForm(page, url);
    const interactiveMs = performance.now() - begin;
    const firstByteMs = await page.evaluate<number>(
      `(({ responseStart, requestStart }) => responseStart - requestStart)(performance.getEntriesByType('navigation')[0])`,
    );
    return { firstByteMs, interactiveMs };
  });
}

async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByLabel('User Name').fill('a');
}

async function onNewPage<Result>(browser: Browser, use: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What the browser fetched for the form's page; styles within the HTML are counted on their own. */
async function partsOf(
  browser: Browser,
  url: string,
): Promise<Pick<PageBench, 'parts' | 'isSentCompressed'>> {
  return await onNewPage(browser, async (page) => {
    const seen: Response[] = [];
    page.on('response', (response) => void seen.push(response));
    await openForm(page, url);
    const lastOf = (kind: string) => seen.findLast((response) => response.request().resourceType() === kind);
    // The form's own document; the link's page before it is gone.
    const html = (await lastOf('document')?.text()) ?? '';
    const [css, script] = await Promise.all(
      ['stylesheet', 'script'].map((kind) => textAt(lastOf(kind)?.url())),
    );
    const inHtml = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join('');
    return {
      isSentCompressed: seen.some((response) => 'content-encoding' in response.headers()),
      parts: [
        sized('HTML, its styles and words included', html),
        sized('of it, CSS', inHtml),
        sized('CSS on its own', css ?? ''),
        sized('JavaScript', script ?? ''),
        sized('the whole page', html, css ?? '', script ?? ''),
      ],
    };
  });
}

/** Fetched anew, because a browser that has it cached shows no body. */
const textAt = async (url: string | undefined): Promise<string> =>
  url === undefined ? '' : await (await fetch(url)).text();

const sized = (what: string, ...texts: readonly string[]): PagePart => ({
  what,
  raw: sum(texts.map((text) => Buffer.byteLength(text))),
  gzip: sum(texts.map((text) => (text === '' ? 0 : gzipSync(text, { level: 9 }).length))),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

if (import.meta.main) {
  const world = await openWorld(100);
  try {
    console.dir(await pageBench(world), { depth: null });
  } finally {
    await world.close();
  }
}
