import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleBackoffice } from './bundle-backoffice.ts';

/** What the server needs to serve the Backoffice. */
export type BackofficeAssets = {
  /** Folder of everything that the page loads. Every file's name has its content's hash; each has a `.gz` beside it. */
  readonly directory: string;
  /** The page, with `noncePlaceholder` wherever its nonce belongs. */
  readonly html: string;
};

/** Where the page and, below `assets/`, its files are served. */
export const backofficePath = '/backoffice/';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const dist = join(workspace, 'dist');
const stampFile = join(dist, 'stamp.json');
const outside = ['@latchkey/bpmn', '@latchkey/contract', '@latchkey/engine', '@latchkey/expressions'];
const alsoOutside = ['@latchkey/forms', '@latchkey/kernel', '@latchkey/passkeys'];

type Stamp = { readonly sources: string; readonly folder: string };

/**
 * The Backoffice, built into `dist` only when a source has changed since. Any number of processes may call it at
 * once. Throws what the bundler throws when a source does not compile.
 */
export async function buildBackoffice(): Promise<BackofficeAssets> {
  const sources = await hashSources();
  const built = await readBuilt(sources);
  return built ?? build(sources);
}

async function readBuilt(sources: string): Promise<BackofficeAssets | undefined> {
  const stamp = JSON.parse(await readFile(stampFile, 'utf8').catch(() => 'null')) as Stamp | null;
  if (stamp?.sources !== sources) return undefined;
  const html = await readFile(join(dist, stamp.folder, 'index.html'), 'utf8').catch(() => undefined);
  return html === undefined
    ? undefined
    : Object.freeze({ html, directory: join(dist, stamp.folder, 'assets') });
}

/** Each build has a folder of its own; the stamp comes last and by a rename, so it never names half a build. */
async function build(sources: string): Promise<BackofficeAssets> {
  const folder = `build-${sources}-${process.pid}`;
  await mkdir(join(dist, folder), { recursive: true });
  await bundleBackoffice({ root: workspace, outDir: join(dist, folder), base: backofficePath });
  const draft = `${stampFile}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ sources, folder } satisfies Stamp));
  await rename(draft, stampFile);
  await removeOthers(sources);
  const html = await readFile(join(dist, folder, 'index.html'), 'utf8');
  return Object.freeze({ html, directory: join(dist, folder, 'assets') });
}

/** Builds of other sources; one of the same sources may be another process's. */
async function removeOthers(sources: string): Promise<void> {
  const old = (await readdir(dist)).filter(
    (name) => name.startsWith('build-') && !name.startsWith(`build-${sources}-`),
  );
  await Promise.all(old.map((name) => rm(join(dist, name), { recursive: true, force: true })));
}

/** Everything that can change the result: our sources, the packages of ours that they use, the versions of others. */
async function hashSources(): Promise<string> {
  const packages = [...outside, ...alsoOutside].map((name) =>
    dirname(fileURLToPath(import.meta.resolve(name))),
  );
  const folders = [join(workspace, 'src'), join(workspace, 'build'), ...packages];
  const names = await Promise.all(folders.map(filesIn));
  const files = [...names.flat(), join(workspace, 'index.html'), join(workspace, 'package.json')];
  const sum = createHash('sha256');
  for (const file of files) sum.update(file.slice(workspace.length)).update(await readFile(file));
  return sum.digest('hex').slice(0, 12);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
