import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of ours: its path from the root, with slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What the code of one workspace declares in its package.json. */
export type Manifest = {
  readonly name: string;
  /** `packages/kernel`; empty for the root. */
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
};

type PackageJson = {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

const notOurs = /^(node_modules|dist|coverage|\..*)$/;
const source = /\.(ts|tsx|mts|mjs|css|sql)$/;

/** Every source file below `root`, in the order of their paths. */
export function readSources(root: string): readonly SourceFile[] {
  return walk(root)
    .filter((path) => source.test(path))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The manifests of the root and of every workspace. */
export function readManifests(root: string): readonly Manifest[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return ['', ...folders].map((folder) => readManifest(root, folder));
}

/** Tests and what only they use; they may import whatever is declared. */
export const isTest = (path: string): boolean =>
  /\.(test|fixture)\.tsx?$/.test(path) ||
  /^(test|scripts|bench)\//.test(path) ||
  /^[a-z]+\/[a-z]+\/test\//.test(path);

/** The text without comments, so that a rule speaks about code. Good enough for rules, not a parser. */
export const codeOf = ({ text }: SourceFile): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notOurs.test(name))
    .flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function readManifest(root: string, folder: string): Manifest {
  const json = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as PackageJson;
  return {
    name: json.name,
    folder,
    exports: json.exports ?? {},
    dependencies: new Set(Object.keys(json.dependencies ?? {})),
    devDependencies: new Set(Object.keys(json.devDependencies ?? {})),
  };
}
