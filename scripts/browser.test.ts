import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserPlaces, findBrowser } from './browser.ts';

function program(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'latchkey-browser-')), name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('CHROME_PATH goes before everything else', async () => {
  const chosen = program('my-chrome', 'echo Chromium 1');
  expect(await findBrowser({ CHROME_PATH: chosen, PATH: '/usr/bin' })).toBe(chosen);
});

test('a CHROME_PATH that does not run is an error, not a reason to take another', async () => {
  const broken = program('my-chrome', 'exit 1');
  await expect(findBrowser({ CHROME_PATH: broken, PATH: '/usr/bin' })).rejects.toThrow(
    `CHROME_PATH names ${broken}, which does not run`,
  );
});

test('a program on PATH that only pretends to be a browser is passed over', async () => {
  const stub = program('google-chrome', 'echo install me first');
  const real = program('chromium', 'echo Chromium 1');
  const PATH = `${join(stub, '..')}:${join(real, '..')}`;
  expect(await findBrowser({ PATH })).toBe(real);
});

test('the order is PATH, the usual places, Playwright', () => {
  const places = browserPlaces({ PATH: '/a' }, 'darwin');
  expect(places.slice(0, 4)).toEqual([
    '/a/google-chrome',
    '/a/google-chrome-stable',
    '/a/chromium',
    '/a/chromium-browser',
  ]);
  expect(places[4]).toMatch(/^\/Applications\/Google Chrome/);
  expect(places.at(-1)).toMatch(/playwright/i);
});
