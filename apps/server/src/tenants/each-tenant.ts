import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { selectTenantIds } from './tenants.sql.ts';

/** Does work in one tenant after the other, in the order of their ids; for what is rare. Answers what each came to. */
export async function inEachTenant<Result>(
  sql: Sql,
  work: (tenant: string) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const tenant of await selectTenantIds(sql)) results.push(await inTenant(tenant, () => work(tenant)));
  return results;
}
