import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Facts } from './latchkey.ts';

/** `npm start -- --json` as somebody types it. */
export type NpmStart = {
  readonly facts: Facts;
  /** The process that holds the data folder. */
  readonly serverPid: () => number;
  /** Sends a signal to npm alone and waits until npm has ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
  readonly exited: Promise<number | null>;
  /** What was written to stderr. */
  readonly complaints: () => string;
};

const root = join(import.meta.dirname, '../..');

/** Types it and waits until the server serves. */
export async function npmStart(environment: Readonly<Record<string, string>>): Promise<NpmStart> {
  const child = spawn('npm', ['start', '--', '--json'], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const errors: string[] = [];
  child.stderr?.on('data', (part) => errors.push(String(part)));
  const facts = await factsOf(child, () => errors.join(''));
  const owner = join(environment.LATCHKEY_DATA_DIR as string, 'owner.json');
  const { pid } = JSON.parse(readFileSync(owner, 'utf8')) as { readonly pid: number };
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return { facts, serverPid: () => pid, end, exited, complaints: () => errors.join('') };
}

/** npm writes lines of its own before the one that counts. */
async function factsOf(child: ChildProcess, complaints: () => string): Promise<Facts> {
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line) as Facts;
  }
  throw new Error(`It did not start: ${complaints()}`);
}
