import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from '../../apps/server/src/db/embedded/process-identity.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';

export type Identity = { readonly uid: number; readonly gid: number };

/** A process that holds an embedded PostgreSQL. */
export type EmbeddedProcess = {
  readonly pid: number;
  readonly connectionString: string;
  /** What it told its operator until it was ready. */
  readonly sentences: readonly string[];
  /** Sends a signal and answers the exit code, `null` after kill -9. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

const script = join(import.meta.dirname, 'embedded-child.ts');
const started = new Set<ChildProcess>();

function launch(dataDir: string, user?: Identity): ChildProcess {
  const child = spawn(process.execPath, [script, dataDir], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

/** Starts one and waits until it is ready. */
export async function startEmbedded(dataDir: string, user?: Identity): Promise<EmbeddedProcess> {
  const child = launch(dataDir, user);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const sentences: string[] = [];
  const errors: string[] = [];
  child.stderr?.on('data', (part) => errors.push(String(part)));
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { readonly sentence?: string; readonly connectionString?: string };
    if (said.sentence !== undefined) sentences.push(said.sentence);
    if (said.connectionString === undefined) continue;
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      return exited;
    };
    return { pid: child.pid ?? 0, connectionString: said.connectionString, sentences, end };
  }
  throw new Error(`It did not start: ${errors.join('')}`);
}

/** Starts one that is expected to refuse; answers its exit code and all that it wrote. */
export async function refusedEmbedded(
  dataDir: string,
  user?: Identity,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = launch(dataDir, user);
  const parts: string[] = [];
  child.stdout?.on('data', (part) => parts.push(String(part)));
  child.stderr?.on('data', (part) => parts.push(String(part)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, text: parts.join('') };
}

/** Kills whatever a failed test left running. */
export function endAllEmbedded(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Runs one statement on a connection of its own. */
export async function ask(connectionString: string, text: string): Promise<readonly unknown[]> {
  const database = openDatabase(connectionString, { poolSize: 1 });
  try {
    return await database.rows({ name: 'test.ask', text });
  } finally {
    await database.close();
  }
}

/** The number that PostgreSQL wrote into its pid file. */
export const postmasterPid = (dataDir: string): number =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'latin1'), 10);

/** Kills the shell that would stop PostgreSQL when its parent dies (Linux). */
export function killWatcher(parent: number): void {
  const watchers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isWatcherOf(name, parent));
  if (watchers.length !== 1) throw new Error(`expected one watcher, found ${watchers.length}`);
  for (const pid of watchers) process.kill(Number(pid), 'SIGKILL');
}

function isWatcherOf(pid: string, parent: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.includes('(sh) ') && stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent);
  } catch {
    return false;
  }
}

/** Waits until a process has ended. */
export async function ended(pid: number): Promise<void> {
  while (processIdentity(pid) !== undefined) await sleep(20);
}

/** A plain user for the time of a test; only root can make one. */
export function temporaryUser(): { readonly user: Identity; readonly remove: () => void } {
  const name = `latchkey-test-${process.pid}`;
  spawnSync('useradd', ['--no-create-home', name]);
  const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { user: { uid: id('-u'), gid: id('-g') }, remove: () => spawnSync('userdel', [name]) };
}
