import { posix } from 'node:path';
import type { Manifest, SourceFile } from './source-file.ts';
import { codeOf } from './source-file.ts';

/** One import: of a file of ours by its path, of a package by its name, of Node by `node:…`. */
export type Import = { readonly target: string; readonly isType: boolean };

const statement = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

/** What a file imports or re-exports. `import { type A }` counts as a use of the value: it keeps the import. */
export function importsOf(file: SourceFile): readonly Import[] {
  const code = codeOf(file);
  return [
    ...[...code.matchAll(statement)].map(([, type, name]) => ({
      target: targetOf(file, name),
      isType: type !== undefined,
    })),
    ...[...code.matchAll(dynamic)].map(([, name]) => ({ target: targetOf(file, name), isType: false })),
  ];
}

/** The package of a bare import: `@scope/name/sub` is `@scope/name`. `undefined` for our own files and Node. */
export function packageOf(target: string): string | undefined {
  if (target.startsWith('node:') || isPath(target)) return undefined;
  const parts = target.split('/');
  return parts.slice(0, target.startsWith('@') ? 2 : 1).join('/');
}

/** The packages from outside that the code reachable from `entry` needs when it runs. */
export function packagesReachedFrom(
  entry: string,
  files: readonly SourceFile[],
  manifests: readonly Manifest[],
): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) return;
    seen.add(path);
    for (const { target, isType } of importsOf(file)) {
      if (isType) continue;
      const own = isPath(target) ? target : entryOf(target, manifests);
      if (own === undefined) found.add(packageOf(target) ?? target);
      else visit(own);
    }
  };
  visit(entry);
  return [...found].sort();
}

const isPath = (target: string): boolean =>
  /^(packages|apps|examples|test|scripts|bench)\//.test(target) || target.startsWith('./');

function targetOf(file: SourceFile, name = ''): string {
  if (!name.startsWith('.')) return name;
  const path = posix.join(posix.dirname(file.path), name);
  return path.includes('/') ? path : `./${path}`;
}

/** The file that a workspace's package.json exports under this name. */
function entryOf(target: string, manifests: readonly Manifest[]): string | undefined {
  const name = packageOf(target);
  const manifest = manifests.find((one) => one.name === name);
  const exported = manifest?.exports[`.${target.slice(name?.length)}`];
  return manifest === undefined || exported === undefined ? undefined : posix.join(manifest.folder, exported);
}
