import { defineProblems } from '@latchkey/kernel';
import { policiesOf, programFunctions } from './policies.ts';
import type { Sql } from './sql.ts';
import {
  type CurrentRole,
  type GuardedTable,
  type OwnersFunction,
  selectGuardedTables,
  selectOwnersFunctions,
  selectRole,
} from './table-guard.sql.ts';

export const guardProblems = defineProblems({
  'database.unguarded': { title: 'The database would not keep tenants apart.', status: 500 },
});

/** The first of each major version without CVE-2025-8713, which reads rows through the planner's statistics. */
const leastMinor: Readonly<Record<number, number>> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };

/**
 * Throws `database.unguarded`, with a line for each fault, unless every table of tenants has its policies by force, the
 * role of these connections can neither own a table nor pass by a policy, and functions that run as the owner are for
 * the program alone.
 */
export async function requireGuard(sql: Sql): Promise<void> {
  const role = await sql.row<CurrentRole>({ name: 'guard.role', text: selectRole });
  const tables = await sql.rows<GuardedTable>({ name: 'guard.tables', text: selectGuardedTables });
  const functions = await sql.rows<OwnersFunction>({ name: 'guard.functions', text: selectOwnersFunctions }, [
    role?.name,
  ]);
  const faults = [
    ...(role ? roleFaults(role) : []),
    ...tables.flatMap(tableFaults),
    ...functions
      .filter((one) => !role?.mayBypass && isOpen(one))
      .map(({ signature }) => `Others than ours may call ${signature} as the owner.`),
  ];
  if (role && !role.mayBypass && tables.some(({ isOwned }) => isOwned)) faults.push(owns(role.name));
  if (faults.length > 0) throw guardProblems.create('database.unguarded', { detail: faults.join('\n') });
}

function roleFaults({ name, mayBypass, version }: CurrentRole): readonly string[] {
  const [major, minor] = [Math.trunc(version / 10_000), version % 10_000];
  const isOld = major < 13 || minor < (leastMinor[major] ?? 0);
  return [
    ...(mayBypass
      ? [`The role ${name} of DATABASE_URL passes by row-level security; give it a role without that.`]
      : []),
    ...(isOld ? [`PostgreSQL ${major}.${minor} leaks rows (CVE-2025-8713); bring it up to date.`] : []),
  ];
}

const isOpen = ({ name, isPublic, isCallable }: OwnersFunction): boolean =>
  isPublic || (isCallable && !programFunctions.includes(name));

const owns = (role: string): string =>
  `The role ${role} of DATABASE_URL owns the tables; give the owner as DATABASE_OWNER_URL and a role of its own here.`;

function tableFaults({
  name,
  isView,
  isForced,
  hasTenant,
  hasStore,
  isInvoker,
  policies,
}: GuardedTable): string[] {
  if (isView) return isInvoker ? [] : [`The view ${name} lacks security_invoker.`];
  const wanted = policiesOf(name, hasStore).map((policy) => policy.name);
  if (wanted.length === 0) return [];
  const hasAll = wanted.every((one) => policies.includes(one));
  return [
    ...(hasTenant || name === 'tenants' ? [] : [`The table ${name} has no column tenant_id.`]),
    ...(isForced ? [] : [`The table ${name} lacks row-level security by force.`]),
    ...(hasAll ? [] : [`The table ${name} lacks its policies.`]),
    ...policies
      .filter((one) => !wanted.includes(one))
      .map((one) => `The table ${name} has the policy ${one}, which is not ours.`),
  ];
}
