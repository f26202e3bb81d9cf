import type { Database } from '../../db/sql.ts';
import { inTenant } from '../../db/tenant-scope.ts';
import { forgetfulTenants, forgetRecords } from './audit-chain.sql.ts';

const batch = 1_000;

/** Forgets records that are older than their tenant's rule allows, up to a thousand of each tenant. Answers how many. */
export async function forgetOldRecords(database: Database): Promise<number> {
  let forgotten = 0;
  for (const tenant of await forgetfulTenants(database)) {
    forgotten += await inTenant(tenant, () => forgetRecords(database, tenant, batch));
  }
  return forgotten;
}
