import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Step = { readonly what: string; readonly may: boolean; readonly run: () => boolean };

const playwright = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'cli.js',
);
const isRoot = process.getuid?.() === 0;

/** Ways to get a browser, tried in order. A closed network costs the first at most a minute. */
const steps: readonly Step[] = [
  {
    what: "Playwright's download",
    may: true,
    run: () => succeeds(process.execPath, [playwright, 'install', 'chromium'], 60_000),
  },
  {
    what: 'apt-get install chromium',
    may: isRoot && process.platform === 'linux',
    run: () =>
      succeeds('apt-get', ['update'], 300_000) &&
      succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 900_000),
  },
];

/** Installs a browser by the first way after which `find` sees one that runs; `undefined` when none did. */
export async function installBrowser(find: () => string | undefined): Promise<string | undefined> {
  for (const step of steps.filter(({ may }) => may)) {
    console.log(`No browser found; trying ${step.what} …`);
    const found = step.run() ? find() : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function succeeds(program: string, args: readonly string[], timeout: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its output matters only when it fails, and then the next way or the closing sentence says what to do.
  return spawnSync(program, args, { env, timeout, killSignal: 'SIGKILL', stdio: 'ignore' }).status === 0;
}
