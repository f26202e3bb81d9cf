import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
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
  const settings = { databaseUrl, dataDir: '', poolSize: 2, namedStatements: true };
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
