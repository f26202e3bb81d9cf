import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Assets } from './page/frame.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, '../dist');
const directory = join(dist, 'assets');
const stampFile = join(dist, 'stamp.json');

/** Where the server serves `Assets.directory`, immutable: every file's name has its content's hash. */
export const assetsPath = '/web/trustweb/assets/';

type Stamp = { readonly sources: string; readonly script: string; readonly css: string };

/**
 * The page's module and styles, built into `dist` only when a source has changed since. Any number of processes may
 * call it at once. Throws what the bundler throws when a source does not compile.
 */
export async function buildClient(): Promise<Assets> {
  const sources = await hashSources();
  const stamp = (await readStamp(sources)) ?? (await bundle(sources));
  return Object.freeze({ scriptUrl: assetsPath + stamp.script, css: stamp.css, directory });
}

async function readStamp(sources: string): Promise<Stamp | undefined> {
  const text = await readFile(stampFile, 'utf8').catch(() => 'null');
  const stamp = JSON.parse(text) as Stamp | null;
  if (stamp?.sources !== sources) return undefined;
  const isThere = await readFile(join(directory, stamp.script)).catch(() => undefined);
  return isThere && stamp;
}

async function bundle(sources: string): Promise<Stamp> {
  const { build } = await import('vite');
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: [join(here, 'client/main.ts'), join(here, 'client/style.css')] },
    },
  });
  if (Array.isArray(result) || !('output' in result))
    throw new Error('The bundler answered in another shape.');
  const [code, css] = [/^main.*\.js$/, /\.css$/].map((name) => contentOf(result.output, name));
  if (!code || !css) throw new Error('The bundler left out the module or the styles.');
  return write({ sources, script: `main-${hash(code)}.js`, css: css.trim() }, code);
}

type Output = readonly {
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}[];

function contentOf(output: Output, name: RegExp): string | undefined {
  const file = output.find((one) => name.test(one.fileName.replace(/^.*\//, '')));
  const content = file?.code ?? file?.source;
  return content === undefined ? undefined : content.toString();
}

/** The stamp comes last and by a rename, so it never names what is not there. */
async function write(stamp: Stamp, code: string): Promise<Stamp> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, stamp.script), code);
  const draft = `${stampFile}.${process.pid}`;
  await writeFile(draft, JSON.stringify(stamp));
  await rename(draft, stampFile);
  const old = (await readdir(directory)).filter((name) => name !== stamp.script);
  await Promise.all(old.map((name) => rm(join(directory, name), { force: true })));
  return stamp;
}

/** Everything that can change the result: the client, the contract, the forms package and this file. */
async function hashSources(): Promise<string> {
  const folders = [join(here, 'client'), fileURLToPath(new URL('.', import.meta.resolve('@latchkey/forms')))];
  const names = await Promise.all(folders.map((folder) => filesIn(folder)));
  const files = [...names.flat(), join(here, 'protocol.ts'), join(here, 'build.ts')];
  const contents = await Promise.all(files.map((file) => readFile(file)));
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
