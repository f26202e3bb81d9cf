import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DataPlace } from './data-place.ts';
import { databaseFolderProblems } from './problems.ts';
import { spawnOptions } from './run-program.ts';
import { serverArguments } from './server-settings.ts';

/** A PostgreSQL that accepts connections on a loopback port. */
export type RunningServer = {
  readonly port: number;
  readonly pid: number;
  /** Fast shutdown; resolves when the process is gone. */
  readonly stop: () => Promise<void>;
  /** Resolves when the process ends, by `stop` or by itself. */
  readonly ended: Promise<void>;
};

type Launched = { readonly child: ChildProcess; readonly ended: Promise<void> };
type Failure = { readonly reason: string; readonly isPortTaken: boolean };

/** Starts PostgreSQL and waits until it is ready, however long it recovers. Throws `database.start-failed`. */
export async function runServer(
  binaries: Binaries,
  place: DataPlace,
  logFile: string,
  log: (sentence: string) => void,
): Promise<RunningServer> {
  rotate(logFile);
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    const outcome = await tryPort(binaries, place, logFile, port, log);
    if ('stop' in outcome) return outcome;
    // Somebody else took the port between our look and PostgreSQL's.
    if (outcome.isPortTaken && tried < 4) continue;
    throw databaseFolderProblems.create('database.start-failed', {
      detail: `PostgreSQL did not start: ${outcome.reason} (more in ${logFile})`,
    });
  }
}

async function tryPort(
  binaries: Binaries,
  place: DataPlace,
  logFile: string,
  port: number,
  log: (sentence: string) => void,
): Promise<RunningServer | Failure> {
  const saidBefore = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const { child, ended } = launch(join(binaries.root, 'bin/postgres'), place, port, logFile);
  const pid = child.pid ?? 0;
  if (pid > 0) ended.then(watchOverUs(pid, place));
  if (!(await isReady(child, place.cluster, ended, log))) return failure(logFile, saidBefore);
  child.unref();
  return Object.freeze({ port, pid, ended, stop: () => stop(child, ended) });
}

function launch(program: string, { cluster, user }: DataPlace, port: number, logFile: string): Launched {
  const said = openSync(logFile, 'a', 0o600);
  // Root's run must not lock the owner out of the log.
  if (user !== undefined) fchownSync(said, user.uid, user.gid);
  const child = spawn(program, serverArguments(cluster, port), {
    ...spawnOptions(user),
    stdio: ['ignore', said, said],
    // A session of its own: Ctrl-C in the terminal is for us, and we stop it when our requests are done.
    detached: true,
  });
  closeSync(said);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', ({ message }) => {
      appendFileSync(logFile, `FATAL:  ${message}\n`);
      resolve();
    });
  });
  return { child, ended };
}

/** PostgreSQL writes its state into the eighth line of its pid file. */
async function isReady(
  child: ChildProcess,
  cluster: string,
  ended: Promise<void>,
  log: (sentence: string) => void,
): Promise<boolean> {
  let isGone = false;
  ended.then(() => {
    isGone = true;
  });
  const slow = setInterval(
    () => log('The database is still recovering what it had not finished writing.'),
    10_000,
  );
  try {
    while (!isGone) {
      const lines = pidFileLines(cluster);
      if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
      await sleep(10);
    }
    return false;
  } finally {
    clearInterval(slow);
  }
}

function pidFileLines(cluster: string): readonly string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'latin1').split('\n');
  } catch {
    return [];
  }
}

/** A shell that waits for our end of a pipe to close, as it does even on kill -9, and then stops PostgreSQL. */
function watchOverUs(pid: number, { user }: DataPlace): () => void {
  if (process.platform === 'win32') return () => undefined;
  const watch = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0" 2>/dev/null', String(pid)], {
    ...spawnOptions(user),
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.on('error', () => undefined);
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();
  return () => watch.kill('SIGKILL');
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const patience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(patience);
}

function failure(logFile: string, from: number): Failure {
  const said = readFileSync(logFile).subarray(from).toString('utf8');
  const lines = said.trim().split('\n');
  const reason = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '';
  return {
    reason: reason.replace(/^.*?(FATAL|PANIC):\s+/, ''),
    isPortTaken: /could not (bind|create any TCP)/.test(said),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(logFile, `${logFile}.1`);
}
