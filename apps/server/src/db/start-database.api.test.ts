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

test('a server that cannot be reached is said as a Problem', async () => {
  const settings = {
    databaseUrl: 'postgresql://a:b@127.0.0.1:1/c',
    dataDir: '',
    poolSize: 2,
    namedStatements: true,
  };
  await expect(startDatabase(settings, () => undefined)).rejects.toMatchObject({
    code: 'database.unavailable',
  });
});
