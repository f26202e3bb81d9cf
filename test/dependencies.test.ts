import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const decisions = join(root, 'docs/decisions');

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>> | undefined>
>;

const manifests = [
  'package.json',
  ...['packages', 'apps'].flatMap((place) =>
    readdirSync(join(root, place)).map((name) => join(place, name, 'package.json')),
  ),
].map((path) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest);

const foreign = new Set(
  manifests
    .flatMap(({ dependencies, devDependencies }) => Object.entries({ ...dependencies, ...devDependencies }))
    .filter(([name]) => !name.startsWith('@latchkey/'))
    .map(([name]) => name),
);

test('a decision gives the reason for every package that we depend on', () => {
  const said = readdirSync(decisions)
    .map((file) => readFileSync(join(decisions, file), 'utf8'))
    .join('\n');
  expect(foreign.size).toBeGreaterThan(10);
  expect([...foreign].filter((name) => !said.includes(`\`${name}\``))).toEqual([]);
});

test('gives none for a package that is gone', () => {
  const text = readFileSync(join(decisions, '0009-dependencies.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name as string);
  expect(rows.filter((name) => !foreign.has(name))).toEqual([]);
});

test('runs install scripts of no package but those that are allowed by name', () => {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const locked: [string, { readonly hasInstallScript?: boolean }][] = Object.entries(
    read('package-lock.json').packages,
  );
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = scripted.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));
  expect(names.sort()).toEqual(Object.keys(read('package.json').allowScripts).sort());
});

test('lists what it ships, without what only tests need', () => {
  const { status, stdout } = spawnSync('npm', ['run', '-s', 'sbom'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  const bom = JSON.parse(stdout);
  const listed: string[] = bom.components.map(({ purl }: { readonly purl: string }) => purl);
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(listed.some((purl) => purl.startsWith('pkg:npm/fastify@'))).toBe(true);
  expect(listed.some((purl) => purl.startsWith('pkg:npm/vitest@'))).toBe(false);
}, 60_000);
