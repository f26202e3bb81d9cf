import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@latchkey/kernel';
import { makeDataFolder, secretInFolder } from '../../data-folder.ts';
import { findBinaries } from './binaries.ts';
import { findDataPlace, reachableBinaries } from './data-place.ts';
import { ensureRole } from './ensure-role.ts';
import { lockFolder } from './folder-lock.ts';
import { initCluster } from './init-cluster.ts';
import { endLeftover } from './leftover.ts';
import { databaseFolderProblems } from './problems.ts';
import { type RunningServer, runServer } from './run-server.ts';
import { socketFolder } from './server-settings.ts';

export type EmbeddedPostgresOptions = {
  /** Holds `postgres` (the database), `postgres-password`, `postgres-app-password`, `postgres.log` and `owner.json`. */
  readonly dataDir: string;
  /** Receives one sentence for each thing that an operator may want to know. */
  readonly log: (sentence: string) => void;
};

export type EmbeddedPostgres = {
  /** As the role of the program, which owns nothing. */
  readonly connectionString: string;
  /** As the owner of the tables. */
  readonly ownerConnectionString: string;
  /** Stops PostgreSQL (open transactions are rolled back) and gives the folder back. May be called again. */
  readonly stop: () => Promise<void>;
  /** Resolves with a sentence if PostgreSQL ends without having been asked to; else never. */
  readonly died: Promise<string>;
};

const superuser = 'latchkey';
const application = 'latchkey_app';
const patienceMs = 3_000;

/**
 * Starts a real PostgreSQL as a child on `dataDir`, made at the first start. It ends with this process, also
 * on kill -9; what an earlier process left is ended or recovered first. Throws a Problem whose `detail` is one
 * sentence for the operator (`databaseFolderProblems`).
 */
export async function embeddedPostgres({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  makeDataFolder(folder);
  const release = await lockPatiently(folder);
  try {
    return await started(folder, log, release);
  } catch (error) {
    release();
    throw plainly(error, folder);
  }
}

async function started(
  folder: string,
  log: (sentence: string) => void,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const installed = findBinaries();
  const place = findDataPlace(folder, installed.version, log);
  const binaries = await reachableBinaries(installed, place.user, log);
  const password = ownPassword(folder, place.isNew);
  if (place.isNew) await initCluster(binaries, place, superuser, password);
  else await endLeftover(place.cluster, log);
  const server = await runServer(binaries, place, join(folder, 'postgres.log'), log);
  const to = (role: string, secret: string) => connectionTo(place.cluster, server.port, role, secret);
  const owner = to(superuser, password);
  const secret = secretInFolder(folder, 'postgres-app-password', newPassword);
  try {
    await ensureRole(owner, application, secret);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return running(server, { owner, application: to(application, secret) }, release);
}

/** A full disk or a file that is not ours: the operating system's own words say what is wrong. */
function plainly(error: unknown, folder: string): unknown {
  if (error instanceof Problem) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return databaseFolderProblems.create('database.start-failed', {
    detail: `The embedded PostgreSQL cannot work in ${folder}: ${reason}.`,
    cause: error,
  });
}

/** A server that was told to stop a moment ago still needs the folder: it gets its time before this one complains. */
async function lockPatiently(folder: string): Promise<() => void> {
  for (let left = patienceMs; ; left -= 100) {
    try {
      return lockFolder(folder);
    } catch (error) {
      if (left <= 0) throw error;
      await sleep(100);
    }
  }
}

function running(
  server: RunningServer,
  connections: { readonly owner: string; readonly application: string },
  release: () => void,
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= server.stop().then(release);
    return stopping;
  };
  const died = new Promise<string>((resolveDied) => {
    server.ended.then(() => {
      if (stopping === undefined)
        resolveDied('The embedded PostgreSQL ended by itself; see postgres.log in the data folder.');
    });
  });
  const { application: connectionString, owner: ownerConnectionString } = connections;
  return Object.freeze({ connectionString, ownerConnectionString, stop, died });
}

/** Through the socket where there is one; `host` in the query goes before the one in front. */
function connectionTo(cluster: string, port: number, role: string, password: string): string {
  const socket = socketFolder(cluster);
  const query = socket === undefined ? '' : `?host=${encodeURIComponent(socket)}`;
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres${query}`;
}

/**
 * The connection, as the role of the program, to a PostgreSQL that another process of ours runs in `dataDir`;
 * `undefined` when none does.
 */
export function runningPostgres(dataDir: string): string | undefined {
  try {
    const cluster = realpathSync(join(resolve(dataDir), 'postgres'));
    const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
    const password = readFileSync(join(resolve(dataDir), 'postgres-app-password'), 'utf8').trim();
    return connectionTo(cluster, port, application, password);
  } catch {
    return undefined;
  }
}

function ownPassword(folder: string, isNew: boolean): string {
  const path = join(folder, 'postgres-password');
  if (!isNew && !existsSync(path)) {
    throw databaseFolderProblems.create('database.folder-unusable', {
      detail: `${path} is missing, and without it the database in that folder cannot be opened; restore it from a backup.`,
    });
  }
  return secretInFolder(folder, 'postgres-password', newPassword);
}

const newPassword = (): string => randomBytes(24).toString('base64url');
