import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BackofficeAssets, buildBackoffice } from './build-backoffice.ts';
import { noncePlaceholder } from './bundle-backoffice.ts';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
};

describe('the built Backoffice', () => {
  let assets: BackofficeAssets;
  let chunks: Readonly<Record<string, Chunk>>;

  beforeAll(async () => {
    assets = await buildBackoffice();
    const manifest = await readFile(join(assets.directory, '../.vite/manifest.json'), 'utf8');
    chunks = JSON.parse(manifest) as Record<string, Chunk>;
  }, 60_000);

  /** The files that a browser loads to show these chunks. */
  function filesOf(...names: readonly string[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const files = new Set<string>();
    const visit = (name: string): void => {
      const chunk = chunks[name];
      if (chunk === undefined || seen.has(name)) return;
      seen.add(name);
      for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
      chunk.imports?.forEach(visit);
    };
    names.forEach(visit);
    return files;
  }

  async function kilobytesOf(files: ReadonlySet<string>, end: string): Promise<number> {
    const packed = [...files]
      .filter((file) => file.endsWith(end))
      .map((file) => `${file.replace('assets/', '')}.gz`);
    const contents = await Promise.all(packed.map((file) => readFile(join(assets.directory, file))));
    return contents.reduce((sum, { length }) => sum + length, 0) / 1024;
  }

  const screens = () => Object.keys(chunks).filter((name) => /src\/.*-screen\.tsx$/.test(name));

  test('loads every screen when it is needed, not before', () => {
    const first = [...filesOf('index.html')];
    expect(screens().length).toBeGreaterThan(8);
    for (const screen of screens()) {
      expect(chunks[screen]?.isDynamicEntry, screen).toBe(true);
      expect(first).not.toContain(chunks[screen]?.file);
    }
  });

  /** Screens that load an editor or a diagram of their own are judged by that. */
  const plain = () =>
    screens().filter((name) => !/src\/(designer|processes\/(diagram|instances))\//.test(name));

  test.each([
    { kind: 'list', of: /\/(users|stores|parties|keys|operators|audit)-screen/, most: 265 },
    { kind: 'screen', of: /-screen/, most: 350 },
  ])(
    'first shows a $kind after at most $most KB of scripts and 40 KB of styles, gzipped',
    async ({ of, most }) => {
      const judged = plain().filter((name) => of.test(name));
      expect(judged.length).toBeGreaterThan(5);
      for (const screen of judged) {
        const files = filesOf('index.html', 'src/shell/shell.tsx', screen);
        expect(await kilobytesOf(files, '.js'), screen).toBeLessThan(most);
        expect(await kilobytesOf(files, '.css'), screen).toBeLessThan(40);
      }
    },
  );

  test('draws a diagram with at most 270 KB of scripts, gzipped, beside what is there already', async () => {
    const first = filesOf('index.html', 'src/shell/shell.tsx');
    const more = [...filesOf('src/designer/designer-screen.tsx')].filter((file) => !first.has(file));
    expect(await kilobytesOf(new Set(more), '.js')).toBeLessThan(270);
  });

  test.each(['code-editor', 'text-compare'])(
    'edits and compares documents (%s) with at most 200 KB of scripts, gzipped, beside the form editor',
    async (name) => {
      const first = filesOf('index.html', 'src/shell/shell.tsx', 'src/forms/form-editor.tsx');
      const files = [...filesOf(`src/forms/code/${name}.tsx`)].filter((file) => !first.has(file));
      expect(files.length).toBeGreaterThan(0);
      expect(await kilobytesOf(new Set(files), '.js')).toBeLessThan(200);
    },
  );

  test('has the nonce at every script and style of the page, and none of them inline', () => {
    const elements = assets.html.match(/<(script|link rel="(stylesheet|modulepreload)")[^>]*>/g) ?? [];
    expect(elements.length).toBeGreaterThan(1);
    for (const element of elements) expect(element).toContain(`nonce="${noncePlaceholder}"`);
    expect(assets.html).not.toMatch(/<style|<script(?![^>]*src=)/);
  });

  test('asks nothing of other hosts', async () => {
    const styles = (await readdir(assets.directory)).filter((name) => name.endsWith('.css'));
    for (const name of styles)
      expect(await readFile(join(assets.directory, name), 'utf8')).not.toMatch(/url\(["']?https?:/);
    expect(assets.html).not.toMatch(/https?:\/\//);
  });

  test('is built once for the same sources', async () => {
    expect(await buildBackoffice()).toEqual(assets);
  });
});
