import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { installBrowser } from './install-browser.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/**
 * The path of a Chrome or Chromium that runs: CHROME_PATH, one on PATH or in its usual place, Playwright's own;
 * else one is installed. Throws an Error of one sentence that says what to do.
 */
export async function findBrowser(environment: Environment = process.env): Promise<string> {
  const chosen = environment.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, which does not run; correct it or unset it.`);
  }
  const found =
    browserPlaces(environment).find(runs) ??
    (await installBrowser(() => browserPlaces(environment).find(runs)));
  if (found !== undefined) return found;
  throw new Error('The tests need Chrome or Chromium: install one, or set CHROME_PATH to its program.');
}

/** Nothing is drawn for anybody to see, and nobody is asked but us. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a headless browser, as root without its sandbox, which refuses root. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...options,
    executablePath: await findBrowser(),
    headless: true,
    // Small containers give /dev/shm too little room.
    args: [...quiet, '--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])],
  });
}

/** Where a browser may be, most wanted first. */
export function browserPlaces(
  environment: Environment,
  platform: string = process.platform,
): readonly string[] {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(usualPlaces[platform] ?? []), chromium.executablePath()];
}

/** Some systems have a `chromium-browser` that only says how to install one, so it is asked. */
function runs(path: string): boolean {
  if (!isExecutable(path)) return false;
  if (process.platform !== 'linux') return true;
  const asked = spawnSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 && /chrom/i.test(asked.stdout);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
