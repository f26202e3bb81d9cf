import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withDatabase } from '../../../../test/support/postgres.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import type { Database } from './sql.ts';

let server: TestDatabase;
let empty: Database;
let connection: string;
let folder: string;

const write = (files: Readonly<Record<string, string>>) =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
const role = 'latchkey_app';
const run = () => migrate(connection, role, pathToFileURL(`${folder}/`));
const rows = (text: string) => empty.rows({ name: text, text });

beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.close());

beforeEach(async () => {
  const name = `migrated_${crypto.randomUUID().replaceAll('-', '')}`;
  await server.owner.change({ name: `create ${name}`, text: `create database ${name}` });
  connection = withDatabase(server.ownerConnectionString, name);
  empty = openDatabase(connection, { namedStatements: false });
  folder = await mkdtemp(join(tmpdir(), 'latchkey-migrations-'));
});
afterEach(async () => {
  await empty.close();
  await rm(folder, { recursive: true });
});

test('our own migrations make the tables, once', async () => {
  const applied = await migrate(connection, role);
  expect(applied[0]).toBe('0001-identity-stores.sql');
  expect(await rows('select * from credentials')).toEqual([]);
  expect(await migrate(connection, role)).toEqual([]);
});

test('a new file runs after those that ran before', async () => {
  await write({ '0001-first.sql': 'create table first (n integer); insert into first values (1);' });
  expect(await run()).toEqual(['0001-first.sql']);
  await write({ '0002-second.sql': 'insert into first values (2)' });
  expect(await run()).toEqual(['0002-second.sql']);
  expect(await rows('select n from first order by n')).toEqual([{ n: 1 }, { n: 2 }]);
});

test('two processes at once run each file once', async () => {
  await write({
    '0001-first.sql': 'create table first (n integer)',
    '0002-second.sql': 'insert into first values (1)',
  });
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['0001-first.sql', '0002-second.sql']);
  expect(await rows('select n from first')).toEqual([{ n: 1 }]);
});

test('an edited file is refused by name, other line ends are not an edit', async () => {
  await write({ '0001-first.sql': 'create table first\n(n integer)' });
  await run();
  await write({ '0001-first.sql': 'create table first\r\n(n integer)' });
  expect(await run()).toEqual([]);
  await write({ '0001-first.sql': 'create table first\n(n bigint)' });
  await expect(run()).rejects.toMatchObject({
    code: 'migration.edited',
    message:
      'Migration 0001-first.sql was edited after this database ran it. Restore the file and put the change into a new migration.',
  });
});

test('a file that fails leaves nothing of itself, and those before it stay', async () => {
  await write({
    '0001-first.sql': 'create table first (n integer)',
    '0002-second.sql': 'insert into first values (1); select nonsense',
  });
  await expect(run()).rejects.toMatchObject({
    code: 'migration.failed',
    message: 'Migration 0002-second.sql failed and was undone: column "nonsense" does not exist.',
  });
  expect(await rows('select n from first')).toEqual([]);
  expect(await rows('select number from migrations')).toEqual([{ number: 1 }]);
});

test.each(['0003-gap.sql', '2-short.sql', '0002_Name.sql'])(
  '%s is refused as a second file',
  async (name) => {
    await write({ '0001-first.sql': 'select 1', [name]: 'select 1' });
    await expect(run()).rejects.toMatchObject({ code: 'migration.misnamed' });
  },
);

test('a database that a newer program migrated is accepted', async () => {
  await write({ '0001-first.sql': 'select 1', '0002-second.sql': 'select 1' });
  await run();
  await rm(join(folder, '0002-second.sql'));
  expect(await run()).toEqual([]);
});

test('a database that cannot be reached is unavailable', async () => {
  const nowhere = migrate('postgresql://nobody:nothing@127.0.0.1:1/none', role);
  await expect(nowhere).rejects.toMatchObject({ code: 'database.unavailable' });
});
