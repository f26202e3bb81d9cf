import type { Tenant, TenantLimits } from '@latchkey/contract';
import { defineProblems } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { insertTenant, selectAnyTenant } from './tenants.sql.ts';

export type { Tenant, TenantLimits };

/** What can go wrong with tenants. */
export const tenantProblems = defineProblems({
  'tenant.not-found': { title: 'There is no such tenant.', status: 404 },
  'tenant.id-not-unique': { title: 'Another tenant has this id.', status: 409 },
  'tenant.platform-only': { title: 'Tenants are managed from the tenant of the platform.', status: 403 },
  'tenant.is-platform': { title: 'The tenant of the platform cannot be deleted.', status: 409 },
  'tenant.limit-reached': { title: 'The tenant holds as much as it may.', status: 409 },
});

/** The id of an organisation: lower-case letters, digits and hyphens, at most 63. */
export const isTenantId = (text: string): boolean => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text);

/** Adds a tenant without limits; `false` when its id is taken. */
export const addTenant = async (sql: Sql, tenant: Pick<Tenant, 'id' | 'name'>): Promise<boolean> =>
  (await insertTenant(sql, tenant, {})) === 1;

/** Whether the database holds any tenant yet. */
export const hasTenants = async (sql: Sql): Promise<boolean> => (await selectAnyTenant(sql))?.any === true;
