import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withDatabase } from '../../../../test/support/postgres.ts';
import { startDatabase } from './start-database.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('a configured server is migrated and opened, and left running', async () => {
  const said: string[] = [];
  const settings = {
    databaseUrl: db.connectionString,
    databaseOwnerUrl: db.ownerConnectionString,
    dataDir: '/nowhere',
    poolSize: 2,
    namedStatements: true,
  };
  const started = await startDatabase(settings, (sentence) => said.push(sentence));
  expect(await started.database.rows({ name: 'test.tenants', text: 'select id from tenants' })).toEqual([]);
  expect(said).toEqual([]);
  await started.stop();
  expect(await db.database.row({ name: 'test.one', text: 'select 1 as one' })).toEqual({ one: 1 });
});

const refusal = async (databaseUrl: string) => {
  const settings = {
    databaseUrl,
    databaseOwnerUrl: undefined,
    dataDir: '',
    poolSize: 2,
    namedStatements: true,
  };
  return startDatabase(settings, () => undefined).then(
    () => undefined,
    ({ code, detail }) => ({ code, detail }),
  );
};

test('a server that cannot be reached is named, with the reason', async () => {
  expect(await refusal('postgresql://a:b-secret@127.0.0.1:1/c')).toEqual({
    code: 'database.unavailable',
    detail:
      'The PostgreSQL server 127.0.0.1:1/c cannot be reached: connect ECONNREFUSED 127.0.0.1:1. Check DATABASE_URL.',
  });
});

test('a server that refuses the password or lacks the database says so in one sentence', async () => {
  const wrong = new URL(db.connectionString);
  wrong.password = 'guess';
  expect(await refusal(wrong.href)).toMatchObject({
    code: 'database.refused',
    detail: expect.stringMatching(
      /^The PostgreSQL server \S+ refuses .*password authentication failed.*DATABASE_URL\.$/,
    ),
  });
  const absent = new URL(db.connectionString);
  absent.pathname = '/absent';
  expect(await refusal(absent.href)).toMatchObject({
    code: 'database.refused',
    detail: expect.stringContaining('database "absent" does not exist'),
  });
});

test('without the owner’s connection a migrated database is opened, and one that is not is refused', async () => {
  const settings = { databaseOwnerUrl: undefined, dataDir: '', poolSize: 2, namedStatements: true };
  const open = (databaseUrl: string) => startDatabase({ ...settings, databaseUrl }, () => undefined);
  await (await open(db.connectionString)).stop();
  const name = `empty_${crypto.randomUUID().replaceAll('-', '')}`;
  await db.owner.change({ name: `create ${name}`, text: `create database ${name}` });
  await expect(open(withDatabase(db.connectionString, name))).rejects.toMatchObject({
    code: 'migration.missing',
    detail: expect.stringMatching(
      /^The database has not run 0001-identity-stores\.sql, .*DATABASE_OWNER_URL/,
    ),
  });
});

test('a single role for everything is refused, in one sentence', async () => {
  const settings = { dataDir: '', poolSize: 2, namedStatements: true };
  const url = db.ownerConnectionString;
  const start = startDatabase({ ...settings, databaseUrl: url, databaseOwnerUrl: url }, () => undefined);
  await expect(start).rejects.toMatchObject({ code: 'database.unguarded' });
});
