import { type SpawnOptions, spawn } from 'node:child_process';
import type { SystemUser } from './system-user.ts';

/**
 * How PostgreSQL's programs are started: as `user`, and with nothing of our environment, which holds secrets.
 * Windows programs need theirs.
 */
export function spawnOptions(user: SystemUser | undefined): SpawnOptions {
  const own = process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } };
  return { ...own, ...user, windowsHide: true };
}

/** Runs a program to its end and answers its exit code (`null` if it did not even start) and what it said. */
export function runProgram(
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: string[] = [];
    child.stdout?.on('data', (part) => parts.push(String(part)));
    child.stderr?.on('data', (part) => parts.push(String(part)));
    child.on('error', (error) => resolve({ code: null, output: `error: ${error.message}` }));
    child.on('close', (code) => resolve({ code, output: parts.join('') }));
  });
}
