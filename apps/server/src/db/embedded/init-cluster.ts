import { chownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DataPlace } from './data-place.ts';
import { databaseFolderProblems } from './problems.ts';
import { runProgram, spawnOptions } from './run-program.ts';
import type { SystemUser } from './system-user.ts';

/**
 * Makes an empty database cluster beside its place and moves it there when complete, so that an interrupted
 * start leaves nothing that looks like data. Throws `database.start-failed`.
 */
export async function initCluster(
  binaries: Binaries,
  { cluster, user }: DataPlace,
  superuser: string,
  password: string,
): Promise<void> {
  mkdirSync(dirname(cluster), { recursive: true });
  removeDrafts(cluster);
  const draft = mkdtempSync(`${cluster}.init-`);
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(user, draft, passwordFile);
  try {
    const args = argumentsOf(draft, superuser, passwordFile);
    const { code, output } = await runProgram(join(binaries.root, 'bin/initdb'), args, spawnOptions(user));
    if (code !== 0) throw failed(output);
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const argumentsOf = (folder: string, superuser: string, passwordFile: string): readonly string[] => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Built into PostgreSQL: sorts and folds case alike on every machine, whatever locales it has.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--no-instructions',
];

/** What interrupted starts left. One may still be writing, then it fails by itself and the next start removes it. */
function removeDrafts(cluster: string): void {
  const drafts = readdirSync(dirname(cluster)).filter((name) =>
    name.startsWith(`${basename(cluster)}.init-`),
  );
  for (const name of drafts) {
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    } catch {}
  }
}

function giveTo(user: SystemUser | undefined, ...paths: readonly string[]): void {
  if (user === undefined) return;
  for (const path of paths) chownSync(path, user.uid, user.gid);
}

function failed(output: string) {
  const reason =
    output
      .trim()
      .split('\n')
      .findLast((line) => /error|fatal/i.test(line)) ?? output.trim();
  return databaseFolderProblems.create('database.start-failed', {
    detail: `PostgreSQL could not make its data folder: ${reason}`,
  });
}
