import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleClient } from './build/bundle-client.ts';
import type { BuiltAssets } from './page/frame.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, '../dist');
const directory = join(dist, 'assets');
const stampFile = join(dist, 'stamp.json');

/** Where the server serves `Assets.directory`, immutable: every file's name has its content's hash. */
export const assetsPath = '/web/trustweb/assets/';

type Stamp = {
  readonly sources: string;
  readonly script: string;
  readonly broker: string;
  readonly css: string;
  readonly pageScript: string;
  readonly embedScript: string;
};

/**
 * The page's modules and styles, built into `dist` only when a source has changed since. Any number of processes may
 * call it at once. Throws what the bundler throws when a source does not compile.
 */
export async function buildClient(): Promise<BuiltAssets> {
  const sources = await hashSources();
  const { script, broker, css, pageScript, embedScript } =
    (await readStamp(sources)) ?? (await bundle(sources));
  return Object.freeze({
    scriptUrl: assetsPath + script,
    brokerUrl: assetsPath + broker,
    css,
    directory,
    pageScript,
    embedScript,
  });
}

async function readStamp(sources: string): Promise<Stamp | undefined> {
  const text = await readFile(stampFile, 'utf8').catch(() => 'null');
  const stamp = JSON.parse(text) as Stamp | null;
  if (stamp?.sources !== sources) return undefined;
  const there = [stamp.script, stamp.broker].map((name) =>
    readFile(join(directory, name)).catch(() => undefined),
  );
  return (await Promise.all(there)).every(Boolean) ? stamp : undefined;
}

async function bundle(sources: string): Promise<Stamp> {
  const { script, broker, css, pageScript, embedScript } = await bundleClient(here);
  const names = { script: `main-${hash(script)}.js`, broker: `page-${hash(broker)}.js` };
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, names.script), script);
  await writeFile(join(directory, names.broker), broker);
  return write({ sources, ...names, css, pageScript, embedScript });
}

/** The stamp comes last and by a rename, so it never names what is not there. */
async function write(stamp: Stamp): Promise<Stamp> {
  const draft = `${stampFile}.${process.pid}`;
  await writeFile(draft, JSON.stringify(stamp));
  await rename(draft, stampFile);
  const old = (await readdir(directory)).filter((name) => ![stamp.script, stamp.broker].includes(name));
  await Promise.all(old.map((name) => rm(join(directory, name), { force: true })));
  return stamp;
}

/** Everything that can change the result: the client, the contract, the forms package, the build. */
async function hashSources(): Promise<string> {
  const folders = [join(here, 'client'), fileURLToPath(new URL('.', import.meta.resolve('@latchkey/forms')))];
  const names = await Promise.all(folders.map((folder) => filesIn(folder)));
  const own = ['protocol.ts', 'build.ts', 'build/bundle-client.ts'].map((name) => join(here, name));
  const contents = await Promise.all([...names.flat(), ...own].map((file) => readFile(file)));
  return hash(...contents);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const hash = (...parts: readonly (string | Uint8Array)[]): string =>
  parts
    .reduce((sum, part) => sum.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
