import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFolderProblems } from './problems.ts';
import { processIdentity } from './process-identity.ts';

/**
 * Ends what an earlier owner of the cluster left: a PostgreSQL that still runs is asked to stop (its data is
 * complete then), and a pid file that names no PostgreSQL of this cluster is removed, since PostgreSQL would
 * take any living process with that number for itself. Call it only as the owner of the folder.
 */
export async function endLeftover(cluster: string, log: (sentence: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  if (!isServerOf(cluster, pid)) {
    log('The database was not shut down last time; it recovers by itself.');
    return rmSync(pidFile, { force: true });
  }
  log(`The database of an earlier start still runs as process ${pid}; it is stopped first.`);
  if (await ends(pid, 'SIGINT', 60_000)) return;
  if (await ends(pid, 'SIGQUIT', 10_000)) return;
  throw databaseFolderProblems.create('database.start-failed', {
    detail: `PostgreSQL still runs as process ${pid} on ${cluster} and does not stop; end it, then start again.`,
  });
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'latin1'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A PostgreSQL server works in its data folder, and was told so when it started. A container's root may read only
 * the latter of another user. Where there is no /proc, a living process is believed.
 */
function isServerOf(cluster: string, pid: number): boolean {
  if (processIdentity(pid) === undefined) return false;
  if (process.platform !== 'linux') return true;
  return wasToldToServe(cluster, pid) || worksIn(cluster, pid);
}

function wasToldToServe(cluster: string, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`\0-D\0${cluster}\0`);
  } catch {
    return false;
  }
}

function worksIn(cluster: string, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

async function ends(pid: number, signal: NodeJS.Signals, withinMs: number): Promise<boolean> {
  const identity = processIdentity(pid);
  send(pid, signal);
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (processIdentity(pid) !== identity || identity === undefined) return true;
    await sleep(20);
  }
  return false;
}

/** It may have ended since we looked. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
