import type { Sql, Statement } from '../db/sql.ts';

/** An organisation on the platform. */
export type Tenant = { readonly id: string; readonly name: string };

const insert: Statement = {
  name: 'tenants.insert',
  text: 'insert into tenants (id, name) values ($1, $2) on conflict (id) do nothing',
};
const find: Statement = { name: 'tenants.find', text: 'select id, name from tenants where id = $1' };
const any: Statement = { name: 'tenants.any', text: 'select exists (select from tenants) as any' };

/** Adds a tenant; `false` when its id is taken. Ids are lower-case letters, digits and hyphens, at most 63. */
export const addTenant = async (sql: Sql, tenant: Tenant): Promise<boolean> =>
  (await sql.change(insert, [tenant.id, tenant.name])) === 1;

/** The tenant, or `undefined`. */
export const findTenant = (sql: Sql, id: string): Promise<Tenant | undefined> => sql.row<Tenant>(find, [id]);

/** Whether the database holds any tenant yet. */
export const hasTenants = async (sql: Sql): Promise<boolean> =>
  (await sql.row<{ any: boolean }>(any))?.any === true;
