import type { Sql, Statement } from '../db/sql.ts';
import type { Tenant } from './tenant.ts';

const insert: Statement = {
  name: 'tenants.insert',
  text: 'insert into tenants (id, name) values ($1, $2) on conflict (id) do nothing',
  way: 'administer-tenants',
};
const find: Statement = {
  name: 'tenants.find',
  text: 'select id, name from tenants where id = $1',
  way: 'administer-tenants',
};
const any: Statement = {
  name: 'tenants.any',
  text: 'select exists (select from tenants) as any',
  way: 'administer-tenants',
};

/** Inserts a tenant; answers how many rows: none when its id is taken. */
export const insertTenant = (sql: Sql, { id, name }: Tenant): Promise<number> =>
  sql.change(insert, [id, name]);

/** The tenant, or `undefined`. */
export const selectTenant = (sql: Sql, id: string): Promise<Tenant | undefined> =>
  sql.row<Tenant>(find, [id]);

/** Whether there is any. */
export const selectAnyTenant = (sql: Sql): Promise<{ any: boolean } | undefined> =>
  sql.row<{ any: boolean }>(any);

const ids: Statement = {
  name: 'tenants.ids',
  text: 'select id from tenants order by id',
  way: 'administer-tenants',
};

/** The ids of all tenants, in order. */
export const selectTenantIds = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(ids)).map(({ id }) => id);
