import type { Database } from '../../apps/server/src/db/sql.ts';
import { inTenant } from '../../apps/server/src/db/tenant-scope.ts';

/** The database with every statement in one tenant, as the server's routes have it: for use cases that a test calls itself. */
export const asTenant = (database: Database, tenant: string): Database => ({
  rows: (...args) => inTenant(tenant, () => database.rows(...args)),
  row: (...args) => inTenant(tenant, () => database.row(...args)),
  change: (...args) => inTenant(tenant, () => database.change(...args)),
  transaction: (work) => inTenant(tenant, () => database.transaction(work)),
  foreign: (...args) => database.foreign(...args),
  close: () => database.close(),
});
