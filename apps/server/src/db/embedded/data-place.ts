import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Binaries } from './binaries.ts';
import { databaseFolderProblems } from './problems.ts';
import { canEnter, type SystemUser, systemUser } from './system-user.ts';

/** Where PostgreSQL's files are and whom it runs as; `user` is absent when it runs as ourselves. */
export type DataPlace = {
  readonly cluster: string;
  readonly isNew: boolean;
  readonly user: SystemUser | undefined;
};

/** For what the system user must reach while the project lies in a folder that only root may enter. */
const helperFolder = '/var/lib/latchkey';

/**
 * Finds the place of the database for a data folder: `postgres` in it. When root's system user cannot reach that
 * (a project under /root), `postgres` is a link to a folder below /var/lib/latchkey. Throws `database.folder-unusable`.
 */
export function findDataPlace(dataDir: string, version: string, log: (sentence: string) => void): DataPlace {
  const path = join(dataDir, 'postgres');
  const user = ownerOf(path) ?? systemUser();
  const cluster = linkTarget(path) ?? (existsSync(path) ? path : newPlace(dataDir, path, user, log));
  if (existsSync(cluster)) refuseOthers(cluster, user);
  const isNew = !existsSync(join(cluster, 'PG_VERSION'));
  if (isNew) refuseForeign(cluster);
  else refuseUnusable(cluster, version, user);
  return Object.freeze({ cluster, isNew, user });
}

/** The programs where `user` can run them: a copy below /var/lib/latchkey if need be, made once per version. */
export async function reachableBinaries(
  binaries: Binaries,
  user: SystemUser | undefined,
  log: (sentence: string) => void,
): Promise<Binaries> {
  if (user === undefined || canEnter(join(binaries.root, 'bin'), user)) return binaries;
  const root = join(helperFolder, `postgresql-${binaries.version}`);
  if (existsSync(root)) return { ...binaries, root };
  log(`Only root can enter ${binaries.root}; PostgreSQL's programs are copied to ${root}.`);
  mkdirSync(helperFolder, { recursive: true, mode: 0o755 });
  const draft = await mkdtemp(`${root}.`);
  await cp(binaries.root, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  // Another process may have been quicker; then its copy serves.
  await rename(join(draft, 'native'), root).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
  return { ...binaries, root };
}

/** Root runs a database that belongs to a plain user as that user. */
function ownerOf(path: string): SystemUser | undefined {
  if (process.getuid?.() !== 0 || !existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return uid === 0 ? undefined : { uid, gid };
}

function linkTarget(path: string): string | undefined {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? resolve(dirname(path), readlinkSync(path)) : undefined;
}

function newPlace(
  dataDir: string,
  path: string,
  user: SystemUser | undefined,
  log: (sentence: string) => void,
): string {
  if (user === undefined || canEnter(dataDir, user)) return path;
  mkdirSync(helperFolder, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(helperFolder, 'data-'));
  chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'postgres');
  symlinkSync(cluster, path);
  log(`Only root can enter ${dataDir}; the database itself is kept in ${cluster}.`);
  return cluster;
}

function refuseForeign(cluster: string): void {
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return;
  throw unusable(
    `${cluster} exists but holds no PostgreSQL database; choose another folder with LATCHKEY_DATA_DIR.`,
  );
}

/** A plain user can use only its own; root's own has to be given away first, since PostgreSQL is never root. */
function refuseOthers(cluster: string, user: SystemUser | undefined): void {
  const { uid } = statSync(cluster);
  if (user !== undefined || uid === (process.getuid?.() ?? uid)) return;
  throw unusable(
    `${cluster} belongs to user ${uid}; start as that user or as root, or choose another folder with LATCHKEY_DATA_DIR.`,
  );
}

function refuseUnusable(cluster: string, version: string, user: SystemUser | undefined): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== version.split('.')[0]) {
    throw unusable(
      `${cluster} was made by PostgreSQL ${found}, and this is ${version}; move the data over with pg_dump first.`,
    );
  }
  if (user === undefined) return;
  if (statSync(cluster).uid !== user.uid) {
    throw unusable(
      `${cluster} belongs to root, and PostgreSQL does not run as root; give it to its user with chown -R ${user.uid}:${user.gid} ${cluster}`,
    );
  }
  if (canEnter(cluster, user)) return;
  throw unusable(
    `User ${user.uid}, to whom ${cluster} belongs, cannot enter it; move the data folder to a place that all may enter.`,
  );
}

const unusable = (detail: string) => databaseFolderProblems.create('database.folder-unusable', { detail });
