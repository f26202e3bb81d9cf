import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { openDatabase } from './open-database.ts';
import { programFunctions } from './policies.ts';
import { requireGuard } from './require-guard.ts';
import type { Database, Statement } from './sql.ts';
import {
  type GuardedTable,
  type OwnersFunction,
  selectGuardedTables,
  selectOwnersFunctions,
} from './table-guard.sql.ts';
import { inStore, inTenant } from './tenant-scope.ts';
import { platformTables, type Way, ways } from './ways.ts';

let db: TestDatabase;
let sql: Database;
let tables: readonly GuardedTable[];

const saying = (text: string, way?: Way): Statement => ({
  name: `test.${hash('sha1', text)}`,
  text,
  ...(way && { way }),
});
const count = async (on: Database, table: string, way?: Way) =>
  (await on.row<{ count: number }>(saying(`select count(*) as count from ${table}`, way)))?.count;
const addStore = saying(
  `insert into stores (tenant_id, id, name, created_by, updated_by) values ($1, $2, $2, 'test', 'test')`,
);

beforeAll(async () => {
  db = await testDatabase();
  sql = db.database;
  tables = await sql.rows<GuardedTable>(saying(selectGuardedTables));
  for (const id of ['acme', 'other']) {
    await db.owner.change(saying('insert into tenants (id, name) values ($1, $1)'), [id]);
    await db.owner.change(addStore, [id, `${id}-store`]);
  }
});
afterAll(() => db.close());

describe('the role of the program', () => {
  test('is the one that tests run as, and has no power over tables, roles or policies', async () => {
    const role = `select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
      from pg_roles where rolname = current_user`;
    expect(await sql.row(saying(role))).toEqual({
      name: 'latchkey_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    for (const text of [
      'create table mine (n integer)',
      'alter table stores disable row level security',
      'drop policy tenant on stores',
      'set role latchkey',
      'truncate stores',
      'delete from migrations',
      'delete from audit',
      "update audit set actor = 'nobody'",
    ]) {
      await expect(sql.change(saying(text)), text).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('every table of tenants', () => {
  test('is known to the test: some belong to the platform, all others have a tenant', () => {
    const without = tables.filter(({ hasTenant }) => !hasTenant).map(({ name }) => name);
    expect(without.sort()).toEqual([...platformTables, 'tenants'].sort());
  });

  test('has its policies by force, which no start lacks', async () => {
    await expect(requireGuard(sql)).resolves.toBeUndefined();
    const guarded = tables.filter(({ name }) => !platformTables.includes(name));
    expect(guarded.filter(({ isForced, policies }) => !isForced || !policies.includes('tenant'))).toEqual([]);
  });

  test('shows nothing outside of a tenant, and in one only its own', async () => {
    for (const { name } of tables.filter((table) => !platformTables.includes(table.name)))
      expect([name, await count(sql, name)]).toEqual([name, 0]);
    const names = saying('select name from stores order by name');
    expect(await inTenant('acme', () => sql.rows(names))).toEqual([{ name: 'acme-store' }]);
    expect(await inTenant('other', () => sql.rows(names))).toEqual([{ name: 'other-store' }]);
    expect(await inTenant('nobody', () => sql.rows(names))).toEqual([]);
  });
});

describe('work in a tenant', () => {
  test('neither writes nor changes nor deletes what is another’s', async () => {
    await inTenant('acme', async () => {
      await expect(sql.change(addStore, ['other', 'planted'])).rejects.toMatchObject({ code: '42501' });
      expect(await sql.change(saying(`update stores set name = 'x' where tenant_id = 'other'`))).toBe(0);
      expect(await sql.change(saying(`delete from stores where tenant_id = 'other'`))).toBe(0);
      const steal = saying(`update stores set tenant_id = 'other' where id = 'acme-store'`);
      await expect(sql.change(steal)).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('keeps its tenant through a transaction and leaves none behind on the connection', async () => {
    const one = openDatabase(db.connectionString, { poolSize: 1 });
    try {
      const held = () =>
        one.transaction((transaction) => transaction.rows(saying('select name from stores')));
      expect(await inTenant('acme', held)).toEqual([{ name: 'acme-store' }]);
      expect(await count(one, 'stores')).toBe(0);
      expect(await held()).toEqual([]);
      expect(await inTenant('other', held)).toEqual([{ name: 'other-store' }]);
      await inTenant('acme', () => one.row(saying('select 1 / 0'))).catch(() => undefined);
      expect(await count(one, 'stores')).toBe(0);
    } finally {
      await one.close();
    }
  });

  test('is as well held without named statements, and by many at once', async () => {
    const unnamed = openDatabase(db.connectionString, { namedStatements: false, poolSize: 4 });
    try {
      const asked = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'acme' : 'other'));
      const names = saying('select name from stores');
      const seen = await Promise.all(asked.map((tenant) => inTenant(tenant, () => unnamed.rows(names))));
      expect(seen).toEqual(asked.map((tenant) => [{ name: `${tenant}-store` }]));
    } finally {
      await unnamed.close();
    }
  });

  test('has no tenant that text could break out of', async () => {
    const injected = "acme'; set local latchkey.tenant = 'other";
    await expect(inTenant(injected, () => sql.row(saying('select 1')))).rejects.toThrow(TypeError);
  });
});

describe('work in one identity store', () => {
  const users = saying('select id from users order by id');
  const add = saying(`insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
    values ('acme', $1, $2, $2, 'ACTIVE', 'test', 'test')`);
  const held = <Result>(work: () => Promise<Result>) => inStore('acme', 'acme-store', work);

  test('sees and writes nothing of another store of the tenant', async () => {
    await db.owner.change(addStore, ['acme', 'second']);
    await db.owner.change(add, ['acme-store', 'ada']);
    await db.owner.change(add, ['second', 'bob']);
    expect(await held(() => sql.rows(users))).toEqual([{ id: 'ada' }]);
    expect(await held(() => sql.rows(saying('select id from stores')))).toEqual([{ id: 'acme-store' }]);
    await expect(held(() => sql.change(add, ['second', 'eve']))).rejects.toMatchObject({ code: '42501' });
    expect(await held(() => sql.change(saying(`delete from users where id = 'bob'`)))).toBe(0);
    const moved = saying(`update users set store_id = 'second' where id = 'ada'`);
    await expect(held(() => sql.change(moved))).rejects.toMatchObject({ code: '42501' });
    expect(await inTenant('acme', () => sql.rows(users))).toEqual([{ id: 'ada' }, { id: 'bob' }]);
    expect(await inStore('other', 'acme-store', () => sql.rows(users))).toEqual([]);
  });

  test('is a policy of every table that tells stores apart', () => {
    const apart = tables.filter(({ name, hasStore }) => hasStore || name === 'stores');
    expect(apart.map(({ name }) => name)).toContain('credentials');
    expect(apart.filter(({ policies }) => !policies.includes('store'))).toEqual([]);
  });
});

/** Of an earlier version, with all that it refers to. */
const aSession = `
with party as (
  insert into relying_parties (tenant_id, store_id, id, rp_id, name, created_by, updated_by)
  values ('acme', 'acme-store', 'P', 'example.org', 'P', 'test', 'test') on conflict do nothing
), person as (
  insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
  values ('acme', 'acme-store', 'U', 'U', 'ACTIVE', 'test', 'test') on conflict do nothing
)
insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge, expectations,
  user_name, user_display_name, actor, expires_at)
values ('acme', 'S', 'acme-store', 'P', 'L', 'U', '\\x00', '{}', 'u', 'u', 'test', now()) on conflict do nothing`;

describe('a way out of the tenant', () => {
  test.each(Object.keys(ways) as Way[])('%s opens its own tables and no other', async (way) => {
    await db.owner.change(
      saying(`insert into process_tokens (tenant_id, id, name, definition_name, created_by, updated_by)
        values ('acme', $1, $1, 'd', 'test', 'test')`),
      [way],
    );
    await db.owner.change(
      saying(
        `insert into data_keys (tenant_id, wrapped, wrapped_by) values ('acme', '', 'test') on conflict do nothing`,
      ),
    );
    await db.owner.change(saying(aSession));
    const opened = [];
    for (const { name } of tables.filter((table) => !platformTables.includes(table.name)))
      if ((await count(sql, name, way)) !== 0) opened.push(name);
    const named: readonly string[] = ways[way].tables;
    expect(opened.filter((name) => !named.includes(name))).toEqual([]);
    expect(opened.length > 0 || way === 'sign-in').toBe(true);
  });

  test('that only reads changes nothing, and ends with its statement', async () => {
    expect(await sql.change(saying('delete from process_tokens', 'find-owner'))).toBe(0);
    await sql.transaction(async (transaction) => {
      await transaction.rows(saying('select id from process_tokens', 'find-owner'));
      expect(await transaction.rows(saying('select id from process_tokens where true'))).toEqual([]);
    });
    expect(await count(sql, 'process_tokens')).toBe(0);
  });
});

describe('a function that runs as the owner', () => {
  const refused = { code: '42501' };

  test('is for the program alone, and the bodies behind are for nobody', async () => {
    const functions = await sql.rows<OwnersFunction>(saying(selectOwnersFunctions), ['latchkey_app']);
    expect(functions.filter(({ isPublic }) => isPublic)).toEqual([]);
    const callable = functions.filter(({ isCallable }) => isCallable).map(({ name }) => name);
    expect(callable.sort()).toEqual(programFunctions);
    for (const call of [
      "copy_into_sandbox('acme', 'x', '{}')",
      "erase_any_sandbox('x')",
      "forget_audit_of_any('acme', 1)",
      "erase_operator_of_any('acme', 'x')",
      "erase_audit_of_any('acme', 1)",
    ])
      await expect(
        inTenant('acme', () => sql.row(saying(`select ${call}`))),
        call,
      ).rejects.toMatchObject(refused);
  });

  test.each([
    "open_sandbox('other', 'planted', array['stores'])",
    "forget_audit('other', 10)",
    "erase_audit_of_operator('other', 'ada')",
    "erase_audit_of_tenant('other', 10)",
  ])('refuses what is of another tenant, and work of none: %s', async (call) => {
    const select = saying(`select ${call}`);
    await expect(inTenant('acme', () => sql.row(select))).rejects.toMatchObject(refused);
    await expect(sql.row(select)).rejects.toMatchObject(refused);
    await expect(inTenant('other', () => sql.row(saying(`select ${call} as own`)))).resolves.toBeDefined();
  });

  test('erases no sandbox of another tenant, and no tenant', async () => {
    await inTenant('other', () => sql.row(saying("select open_sandbox('other', 'box', array['stores'])")));
    const erase = (id: string) => saying(`select erase_sandbox('${id}') as done`);
    expect(await inTenant('acme', () => sql.row(erase('box')))).toEqual({ done: false });
    expect(await sql.row(erase('box'))).toEqual({ done: false });
    expect(await inTenant('other', () => sql.row(erase('other')))).toEqual({ done: false });
    expect(await inTenant('other', () => sql.row(erase('box')))).toEqual({ done: true });
    await sql.row(saying("select erase_expired_sandboxes('infinity', 100)"));
    const kept = saying('select count(*)::integer as count from tenants', 'administer-tenants');
    expect(await sql.row(kept)).toEqual({ count: 2 });
  });
});

describe('the start', () => {
  const refusal = (on: Database) =>
    requireGuard(on).then(
      () => '',
      ({ code, detail }) => `${code}: ${detail}`,
    );

  test('refuses a role that passes by the policies', async () => {
    expect(await refusal(db.owner)).toMatch(
      /^database\.unguarded: The role latchkey of DATABASE_URL passes by/,
    );
  });

  test.each([
    ['alter table users no force row level security', 'The table users lacks row-level security by force.'],
    ['alter table users disable row level security', 'The table users lacks row-level security by force.'],
    ['drop policy tenant on users', 'The table users lacks its policies.'],
    ['create policy more on users using (true)', 'The table users has the policy more, which is not ours.'],
    ['create table notes (text text)', 'The table notes has no column tenant_id.'],
    ['create view everybody as select * from users', 'The view everybody lacks security_invoker.'],
    ['grant execute on function erase_any_sandbox(text) to latchkey_app', 'may call erase_any_sandbox(text)'],
    ['grant execute on function open_sandbox(text, text, text[]) to public', 'may call open_sandbox(text,'],
    ['alter table users owner to latchkey_app', 'The role latchkey_app of DATABASE_URL owns the tables;'],
  ])('refuses after: %s', async (change, sentence) => {
    const own = await testDatabase({ poolSize: 1 });
    try {
      await own.owner.change(saying(change));
      expect(await refusal(own.database)).toContain(sentence);
    } finally {
      await own.close();
    }
  });
});
