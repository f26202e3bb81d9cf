import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { databaseFolderProblems } from './problems.ts';

/** Whom a program runs as. */
export type SystemUser = { readonly uid: number; readonly gid: number };

const name = 'latchkey';
/** Debian's and Red Hat's tool, then BusyBox's. */
const makers: readonly (readonly [string, readonly string[]])[] = Object.freeze([
  [
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/bin/false',
      name,
    ],
  ],
  ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', name]],
]);

/**
 * The user that PostgreSQL, which refuses to be root, runs as when we are root; made when it is missing.
 * `undefined` when we are not root: it then runs as ourselves. Throws `database.no-system-user`.
 */
export function systemUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = find() ?? make();
  if (user !== undefined) return user;
  throw databaseFolderProblems.create('database.no-system-user', {
    detail: `PostgreSQL does not run as root and no user "${name}" could be made: add one (useradd --system ${name}), start as a plain user, or set DATABASE_URL.`,
  });
}

function find(): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'));
  return line === null ? undefined : Object.freeze({ uid: Number(line[1]), gid: Number(line[2]) });
}

/** Two processes may both try: whoever comes second finds the user of the first. */
function make(): SystemUser | undefined {
  for (const [tool, args] of makers) {
    spawnSync(tool, args, { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
    const user = find();
    if (user !== undefined) return user;
  }
  return undefined;
}

/** Whether a user may enter a folder, judged by the operating system itself: access lists count too. */
export function canEnter(folder: string, user: SystemUser): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    ...user,
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  return tried.status === 0;
}
