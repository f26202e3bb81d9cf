import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { violatedUnique } from './database-problems.ts';
import { openDatabase } from './open-database.ts';
import { inTenant } from './tenant-scope.ts';

let db: TestDatabase;

const way = 'administer-tenants' as const;

const addTenant = { name: 'test.add-tenant', text: 'insert into tenants (id, name) values ($1, $2)', way };
const countTenants = { name: 'test.count-tenants', text: 'select count(*) as count from tenants', way };
const rename = { name: 'test.rename', text: 'update tenants set name = $2 where id = $1', way };
const hold = { name: 'test.hold', text: 'select name from tenants where id = $1 for update', way };

const count = async () => (await db.database.row<{ count: number }>(countTenants))?.count;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe('statements', () => {
  test('answer numbers, dates, plain days, JSON and arrays as such', async () => {
    const text = `select 9007199254740991::int8 as big, 1.5::numeric as exact, '2001-02-03'::date as day,
      '2001-02-03T04:05:06Z'::timestamptz as at, '{"a":[1]}'::jsonb as json, array['a','b'] as list, '\\x00ff'::bytea as bytes`;
    const row = await db.database.row({ name: 'test.types', text });
    expect(row).toEqual({
      big: Number.MAX_SAFE_INTEGER,
      exact: 1.5,
      day: '2001-02-03',
      at: new Date('2001-02-03T04:05:06Z'),
      json: { a: [1] },
      list: ['a', 'b'],
      bytes: Buffer.from([0, 255]),
    });
  });

  test('count what they changed', async () => {
    expect(await db.database.change(addTenant, ['counted', 'Counted'])).toBe(1);
    expect(await db.database.change(rename, ['absent', 'x'])).toBe(0);
  });

  test('name the unique constraint that they violate', async () => {
    await db.database.change(addTenant, ['twice', 'First']);
    const failed = await db.database.change(addTenant, ['twice', 'Second']).catch((error) => error);
    expect(violatedUnique(failed)).toBe('tenants_pkey');
  });

  test('run in their scope, new connections and used ones alike, and leave none of it behind', async () => {
    const one = openDatabase(db.connectionString, { poolSize: 1 });
    const text = "select $1::text as given, current_setting('latchkey.tenant', true) as tenant";
    const seen = { name: 'test.scope', text };
    const broken = { name: 'test.broken', text: 'select 1 / $1::int as n' };
    for (const given of ['first', 'second', 'third']) {
      expect(await inTenant('acme', () => one.rows(seen, [given]))).toEqual([{ given, tenant: 'acme' }]);
      await expect(inTenant('acme', () => one.row(broken, [0]))).rejects.toThrow('division by zero');
      const unnamed = { name: '', text: "select current_setting('latchkey.tenant', true) as tenant" };
      expect(await inTenant('acme', () => one.rows(unnamed))).toEqual([{ tenant: 'acme' }]);
      expect((await one.row<{ tenant: string | null }>(seen, [given]))?.tenant || null).toBeNull();
    }
    expect(await inTenant('acme', () => one.change(addTenant, ['scoped', 'x']))).toBe(1);
    await one.close();
  });

  test('work without names too', async () => {
    const unnamed = openDatabase(db.connectionString, { namedStatements: false });
    expect(await unnamed.row({ name: 'a', text: 'select $1::int as n' }, [1])).toEqual({ n: 1 });
    expect(await unnamed.row({ name: 'a', text: 'select $1::int as m' }, [2])).toEqual({ m: 2 });
    await unnamed.close();
  });
});

describe('a transaction', () => {
  test('keeps everything when its work resolves, nothing when it throws', async () => {
    const before = await count();
    const work = db.database.transaction(async (sql) => {
      await sql.change(addTenant, ['lost', 'Lost']);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
    await db.database.transaction((sql) => sql.change(addTenant, ['kept', 'Kept']));
    expect(await count()).toBe((before ?? 0) + 1);
  });

  test('keeps what came before and after a savepoint that failed', async () => {
    const names = await db.database.transaction(async (sql) => {
      await sql.change(addTenant, ['before', 'Before']);
      const inner = sql.savepoint(async () => {
        await sql.change(addTenant, ['inner', 'Inner']);
        await sql.change(addTenant, ['before', 'Again']);
      });
      await expect(inner).rejects.toMatchObject({ code: '23505' });
      await sql.savepoint(() => sql.change(addTenant, ['after', 'After']));
      return sql.rows({
        name: 'test.three',
        text: `select id from tenants where id in ('before', 'inner', 'after') order by id`,
        way,
      });
    });
    expect(names).toEqual([{ id: 'after' }, { id: 'before' }]);
  });

  test('that loses a race is run again', async () => {
    await db.database.change(addTenant, ['raced', '0']);
    const increment = () =>
      db.database.transaction(async (sql) => {
        await sql.change({ name: 'test.serializable', text: 'set transaction isolation level serializable' });
        const row = await sql.row<{ name: string }>({
          name: 'test.read',
          text: `select name from tenants where id = 'raced'`,
          way,
        });
        await sql.change(rename, ['raced', String(Number(row?.name) + 1)]);
      });
    await Promise.all([increment(), increment(), increment()]);
    expect(await db.database.row(hold, ['raced'])).toEqual({ name: '3' });
  });

  test('that deadlocks is run again', async () => {
    await db.database.change(addTenant, ['left', '']);
    await db.database.change(addTenant, ['right', '']);
    let runs = 0;
    const holds = { left: Promise.withResolvers<void>(), right: Promise.withResolvers<void>() };
    const both = (first: keyof typeof holds, second: keyof typeof holds) =>
      db.database.transaction(async (sql) => {
        runs += 1;
        await sql.row(hold, [first]);
        holds[first].resolve();
        await holds[second].promise;
        await sql.row(hold, [second]);
      });
    await Promise.all([both('left', 'right'), both('right', 'left')]);
    expect(runs).toBe(3);
  });

  test('that waits too long for a lock is busy, and says when to come back', async () => {
    await db.database.change(addTenant, ['held', '']);
    await db.database.transaction(async (sql) => {
      await sql.row(hold, ['held']);
      const other = db.database.transaction(async (second) => {
        await second.change({ name: 'test.soon', text: `set local lock_timeout = '20ms'` });
        await second.row(hold, ['held']);
      });
      await expect(other).rejects.toMatchObject({ code: 'database.busy', status: 503, retryAfterSeconds: 1 });
    });
  });

  test('whose connection is cut is run again on another', async () => {
    let runs = 0;
    const answer = await db.database.transaction(async (sql) => {
      runs += 1;
      if (runs === 1)
        await sql.row({ name: 'test.cut', text: 'select pg_terminate_backend(pg_backend_pid())' });
      return sql.row({ name: 'test.one', text: 'select 1 as one' });
    });
    expect({ answer, runs }).toEqual({ answer: { one: 1 }, runs: 2 });
  });
});

test('a connection that is cut while its transaction waits for something else ends nothing but that attempt', async () => {
  const pids: number[] = [];
  const answer = await db.database.transaction(async (sql) => {
    const row = await sql.row<{ pid: number }>({ name: 'test.pid', text: 'select pg_backend_pid() as pid' });
    pids.push(row?.pid ?? 0);
    if (pids.length === 1) {
      await db.database.row({ name: 'test.terminate', text: 'select pg_terminate_backend($1, 1000)' }, pids);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return sql.row({ name: 'test.two', text: 'select 2 as two' });
  });
  expect({ answer, runs: pids.length }).toEqual({ answer: { two: 2 }, runs: 2 });
});

test('a database that is not there is unavailable, for statements and transactions', async () => {
  const nowhere = openDatabase('postgresql://nobody:nothing@127.0.0.1:1/none');
  const unavailable = { code: 'database.unavailable', status: 503, retryAfterSeconds: 2 };
  await expect(nowhere.rows(countTenants)).rejects.toMatchObject(unavailable);
  await expect(nowhere.transaction((sql) => sql.rows(countTenants))).rejects.toMatchObject(unavailable);
  await nowhere.close();
});
