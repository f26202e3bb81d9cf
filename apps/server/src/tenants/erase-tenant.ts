import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import {
  deleteAudit,
  deleteRows,
  deleteSandboxes,
  selectTenantTables,
  type TenantTable,
} from './erase-tenant.sql.ts';
import { removeTenant, selectLeavingTenants } from './tenants.sql.ts';

const batch = 2_000;
/** The key of the tenant's secrets, then those by which people and programs get in, go before everything else. */
const doors = [
  'data_keys',
  'api_secrets',
  'operator_sessions',
  'operator_invitations',
  'operator_credentials',
];

/**
 * Erases everything of a tenant that is being deleted: the doors, then each table before those that it refers to, the
 * audit, and the tenant itself. In batches that each stand for themselves: whoever comes after an interruption goes
 * on, also several at once. What arrives meanwhile is found by the next round. Answers how many rows went.
 */
export async function eraseTenant(sql: Sql, tenant: string): Promise<number> {
  return inTenant(tenant, async () => {
    const tables = inOrder(await selectTenantTables(sql));
    let erased = 0;
    for (;;) {
      let round = 0;
      for (const table of [...doors, ...tables])
        round += await emptied((most) => deleteRows(sql, table, tenant, most));
      round += await emptied((most) => deleteAudit(sql, tenant, most));
      erased += round;
      if (round === 0) break;
    }
    return erased + (await deleteSandboxes(sql, tenant)) + (await removeTenant(sql, tenant));
  });
}

/** Goes on with every tenant that is being deleted. Answers how many rows went. */
export async function eraseLeavingTenants(sql: Sql): Promise<number> {
  let erased = 0;
  for (const tenant of await selectLeavingTenants(sql)) erased += await eraseTenant(sql, tenant);
  return erased;
}

async function emptied(remove: (most: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (let removed = await remove(batch); removed > 0; removed = await remove(batch)) all += removed;
  return all;
}

/** The tables whose rows we may delete, each before those that it refers to. */
function inOrder(tables: readonly TenantTable[]): readonly string[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const seen = new Set<string>();
  const ordered: TenantTable[] = [];
  const visit = (name: string): void => {
    const table = byName.get(name);
    if (table === undefined || seen.has(name)) return;
    seen.add(name);
    for (const needed of table.needs) visit(needed);
    ordered.unshift(table);
  };
  for (const { name } of tables) visit(name);
  return ordered.filter(({ isOurs }) => isOurs).map(({ name }) => name);
}
