import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reachableBinaries } from '../../apps/server/src/db/embedded/data-place.ts';
import { canEnter, systemUser } from '../../apps/server/src/db/embedded/system-user.ts';
import {
  ask,
  endAllEmbedded,
  ended,
  type Identity,
  killWatcher,
  postmasterPid,
  refusedEmbedded,
  startEmbedded,
  temporaryUser,
} from '../support/embedded-process.ts';

const isRoot = process.getuid?.() === 0;
const temporary = isRoot ? temporaryUser() : undefined;
const whom: (readonly [string, Identity | undefined])[] = [[isRoot ? 'root' : 'ourselves', undefined]];

// What a plain user cannot reach it cannot run: a project under /root, say.
if (temporary !== undefined && canEnter(dirname(process.execPath), temporary.user))
  whom.push(['a plain user', temporary.user]);
else console.log(`Only tried as ${whom[0]?.[0]}: there is no plain user who could run this.`);

const folders: string[] = [];
let dataDir: string;

function newFolder(user: Identity | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-embedded-'));
  folders.push(folder);
  chmodSync(folder, 0o755);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return join(folder, 'data');
}

afterEach(endAllEmbedded);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  temporary?.remove();
});

describe.each(whom)('as %s, the embedded PostgreSQL', (_, user) => {
  const start = () => startEmbedded(dataDir, user);

  beforeEach(() => {
    dataDir = newFolder(user);
  });

  test('keeps its password to itself and listens on this machine only', async () => {
    const first = await start();
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
    expect(await ask(first.connectionString, 'show listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    const settings = await ask(
      first.connectionString,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`,
    );
    expect(settings.map((one) => (one as { setting: string }).setting)).toEqual(['on', 'on', 'on']);
    const wrong = new URL(first.connectionString);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    wrong.searchParams.delete('host');
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await first.end('SIGTERM')).toBe(0);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('stops on %s with its data and starts again', async (signal) => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 1 as n');
    const postmaster = postmasterPid(dataDir);
    expect(await first.end(signal)).toBe(0);
    expect(existsSync(`/proc/${postmaster}`)).toBe(false);
    expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
    const second = await start();
    expect(second.sentences).toEqual([]);
    expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.end('SIGTERM');
  });

  test('ends with a parent that was killed, and keeps what was committed', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 1 as n');
    const postmaster = postmasterPid(dataDir);
    expect(await first.end('SIGKILL')).toBeNull();
    await ended(postmaster);
    const second = await start();
    expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.end('SIGTERM');
  });

  test('that outlived its parent is stopped by the next start', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 1 as n');
    const postmaster = postmasterPid(dataDir);
    killWatcher(first.pid);
    await first.end('SIGKILL');
    expect(await ask(first.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    const second = await start();
    expect(second.sentences).toEqual([
      `The database of an earlier start still runs as process ${postmaster}; it is stopped first.`,
    ]);
    expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.end('SIGTERM');
  });

  test('that was killed itself recovers what was committed', async () => {
    const first = await start();
    await ask(first.connectionString, 'create table kept as select 1 as n');
    const postmaster = postmasterPid(dataDir);
    killWatcher(first.pid);
    await Promise.all([first.end('SIGKILL'), process.kill(postmaster, 'SIGKILL')]);
    const second = await start();
    expect(second.sentences).toEqual(['The database was not shut down last time; it recovers by itself.']);
    expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.end('SIGTERM');
  });

  test('says so and ends its parent when it dies alone', async () => {
    const first = await start();
    const postmaster = postmasterPid(dataDir);
    process.kill(postmaster, 'SIGKILL');
    expect(await first.end('SIGCONT')).toBe(1);
  });

  test('is not fooled by numbers that now belong to other processes', async () => {
    const first = await start();
    await first.end('SIGTERM');
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1\n5432\n`);
    writeFileSync(
      join(dataDir, 'owner.json'),
      JSON.stringify({ pid: process.pid, identity: 'another', startedAt: '' }),
    );
    const second = await start();
    expect(second.sentences).toEqual(['The database was not shut down last time; it recovers by itself.']);
    expect(JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'))).toMatchObject({ pid: second.pid });
    await second.end('SIGTERM');
  });

  test('refuses a folder in use with one sentence that names the holder', async () => {
    const first = await start();
    const { code, text } = await refusedEmbedded(dataDir, user);
    expect(code).toBe(1);
    expect(text).toMatch(
      new RegExp(`^The data folder ${dataDir} is in use by process ${first.pid}, running since [^\n]+\n$`),
    );
    expect(await ask(first.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
    await first.end('SIGTERM');
  });

  test('lets exactly one of several that start at once have the folder', async () => {
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    const winners = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.end('SIGTERM');
  });

  test('begins anew after a first start that was interrupted', async () => {
    mkdirSync(join(dataDir, 'postgres.init-x'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.init-x/PG_VERSION'), '18\n');
    if (user !== undefined) chownSync(dataDir, user.uid, user.gid);
    if (user !== undefined) chownSync(join(dataDir, 'postgres.init-x'), user.uid, user.gid);
    const first = await start();
    expect(await ask(first.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(existsSync(join(dataDir, 'postgres.init-x'))).toBe(false);
    await first.end('SIGTERM');
  });

  test.each([
    ['notes.txt', 'mine', /^\S+postgres exists but holds no PostgreSQL database; [^\n]+\n$/],
    ['PG_VERSION', '15\n', /^\S+postgres was made by PostgreSQL 15, and this is 18\.\d[^\n]+\n$/],
  ])('leaves a folder with a foreign %s alone', async (name, content, sentence) => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', name), content);
    const own = user ?? statSync(dataDir);
    for (const path of [dataDir, join(dataDir, 'postgres')]) chownSync(path, own.uid, own.gid);
    const { code, text } = await refusedEmbedded(dataDir, user);
    expect({ code, text }).toEqual({ code: 1, text: expect.stringMatching(sentence) });
    expect(readFileSync(join(dataDir, 'postgres', name), 'utf8')).toBe(content);
  });
});

if (isRoot) {
  describe('in a folder that only root may enter', () => {
    test('the database is kept below /var/lib/latchkey, which is said once', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-root-only-'));
      folders.push(folder);
      dataDir = join(folder, 'data');
      const first = await startEmbedded(dataDir);
      const cluster = readlinkSync(join(dataDir, 'postgres'));
      folders.push(dirname(cluster));
      expect(cluster).toMatch(/^\/var\/lib\/latchkey\/data-\w+\/postgres$/);
      expect(first.sentences).toEqual([
        `Only root can enter ${dataDir}; the database itself is kept in ${cluster}.`,
      ]);
      await ask(first.connectionString, 'create table kept as select 1 as n');
      await first.end('SIGTERM');
      const second = await startEmbedded(dataDir);
      expect(second.sentences).toEqual([]);
      expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
      await second.end('SIGTERM');
    });

    test('programs are copied once to where their user can run them', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-root-only-'));
      mkdirSync(join(folder, 'native/bin'), { recursive: true });
      writeFileSync(join(folder, 'native/bin/postgres'), 'program');
      const installed = { root: join(folder, 'native'), version: `test-${process.pid}` };
      const said: string[] = [];
      const once = () => reachableBinaries(installed, systemUser(), (sentence) => said.push(sentence));
      const { root } = await once();
      folders.push(folder, root);
      expect(root).toBe(`/var/lib/latchkey/postgresql-test-${process.pid}`);
      expect(readFileSync(join(root, 'bin/postgres'), 'utf8')).toBe('program');
      expect(await once()).toEqual({ ...installed, root });
      expect(said).toHaveLength(1);
    });
  });

  test('a database that belongs to root is refused with the command that mends it', async () => {
    dataDir = newFolder(undefined);
    const postgres = join(dataDir, 'postgres');
    await (await startEmbedded(dataDir)).end('SIGTERM');
    const { uid } = statSync(postgres);
    expect(uid).not.toBe(0);
    expect(statSync(join(postgres, 'postgresql.conf')).uid).toBe(uid);
    chownSync(postgres, 0, 0);
    const { code, text } = await refusedEmbedded(dataDir);
    expect({ code, text }).toEqual({
      code: 1,
      text: expect.stringMatching(/belongs to root[^\n]+chown -R \d+:\d+ \S+\n$/),
    });
  });

  const plain = whom[1]?.[1];
  if (plain !== undefined) {
    test('a database of a plain user is run by root as that user, and stays usable by both', async () => {
      dataDir = newFolder(plain);
      const first = await startEmbedded(dataDir, plain);
      await ask(first.connectionString, 'create table kept as select 1 as n');
      await first.end('SIGTERM');
      const second = await startEmbedded(dataDir);
      expect(statSync(`/proc/${postmasterPid(dataDir)}`).uid).toBe(plain.uid);
      await second.end('SIGKILL');
      const third = await startEmbedded(dataDir, plain);
      expect(await ask(third.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
      await third.end('SIGTERM');
    });
  }
}
