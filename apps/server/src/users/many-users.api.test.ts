import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCases } from '../../../../bench/lists/cases.ts';
import { fillLists } from '../../../../bench/lists/fill.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { listUserPage } from './users.sql.ts';

const size = 20_000;
let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase({ poolSize: 1 });
  await fillLists(db.owner, size);
});
afterAll(() => db.close());

type Order = 'createdDtm' | 'email' | 'lastName' | 'firstName' | 'status' | 'externalId' | 'lastUpdatedDtm';
const orders: readonly Order[] = [
  'createdDtm',
  'lastUpdatedDtm',
  'externalId',
  'email',
  'firstName',
  'lastName',
  'status',
];

describe('a store with many users', () => {
  test.each(orders)('shows each exactly once, page by page, by %s, up and down', async (field) => {
    const read = (way: string) =>
      inTenant('bench', async () => {
        const pages = [];
        for (let page = 0; page < 5; page += 1) {
          const sort = [`${field},${way}`];
          pages.push(await listUserPage(db.database, 'bench', 'people', { page, size: 4500, sort }));
        }
        return pages.flatMap(({ content }) => content.map(({ id }) => id));
      });
    const [up, down] = [await read('asc'), await read('desc')];
    expect(new Set(up).size).toBe(size);
    expect(down).toEqual(up.toReversed());
  });

  test('has an empty page behind its last', async () => {
    const page = await inTenant('bench', () =>
      listUserPage(db.database, 'bench', 'people', { page: 800, size: 25 }),
    );
    expect(page).toMatchObject({ totalElements: size, content: [], last: true });
  });

  test('is searched by first, last and whole name, whatever the case', async () => {
    const found = async (name: string) =>
      (await inTenant('bench', () => listUserPage(db.database, 'bench', 'people', { name }))).totalElements;
    const counted = async (condition: string) =>
      (
        await db.owner.row<{ total: number }>({
          name: `test.count-${condition.length}`,
          text: `select count(*) as total from users where ${condition}`,
        })
      )?.total;
    expect(await found('GRACE1%')).toBe(
      await counted(`first_name like 'Grace1%' or last_name like 'Grace1%'`),
    );
    expect(await found('%isch%')).toBe(await counted(`first_name || ' ' || last_name ~ 'isch'`));
    expect(await found('zzz%')).toBe(0);
  });
});

/** Reads that a list of a million may make of every row it counts. */
const mayScan = new Set(['a name anywhere in the text']);

describe('every question of a list', () => {
  test.each(listCases(size).map((one) => [`${one.list}: ${one.asks}`, one] as const))(
    '%s reads its page by an index, not the whole table',
    async (_, { asks, read }) => {
      const told: [Statement, readonly unknown[]][] = [];
      await inTenant('bench', () => read(watched(db.database, told)));
      const page = told.find(([{ name }]) => !name.includes('count'));
      if (page === undefined || mayScan.has(asks)) return;
      const [{ name, text }, values] = page;
      const plan = await inTenant('bench', () =>
        db.database.rows<Record<string, string>>(
          { name: `explain.${name}`.slice(0, 60), text: `explain ${text}` },
          values,
        ),
      );
      const lines = plan.map((row) => String(Object.values(row)[0])).join('\n');
      expect(lines).not.toMatch(/Seq Scan on (users|process_instances|audit)\b/);
    },
  );
});

function watched(sql: Sql, told: [Statement, readonly unknown[]][]): Sql {
  return {
    ...sql,
    rows: (statement, values = []) => {
      told.push([statement, values]);
      return sql.rows(statement, values);
    },
  };
}
