import type { Sql } from '../db/sql.ts';
import { insertTenant, selectAnyTenant, selectTenant } from './tenants.sql.ts';

/** An organisation on the platform. Ids are lower-case letters, digits and hyphens, at most 63. */
export type Tenant = { readonly id: string; readonly name: string };

/** Adds a tenant; `false` when its id is taken. */
export const addTenant = async (sql: Sql, tenant: Tenant): Promise<boolean> =>
  (await insertTenant(sql, tenant)) === 1;

/** The tenant, or `undefined`. */
export const findTenant = (sql: Sql, id: string): Promise<Tenant | undefined> => selectTenant(sql, id);

/** Whether the database holds any tenant yet. */
export const hasTenants = async (sql: Sql): Promise<boolean> => (await selectAnyTenant(sql))?.any === true;
