import { auditInsert } from '../audit/audit-insert.ts';
import type { Statement } from '../db/sql.ts';
import type { VersionTable } from './named-versions.ts';

/** What every version tells of itself. */
export const versionColumns = `id, name, version, description, status, created_at as "createdDtm",
  updated_at as "lastUpdatedDtm", created_by as "createdBy", updated_by as "lastUpdatedBy"`;

/** Takes the next number of the name at $3, for a CTE: a number is never given twice, also when its version is gone. */
export const nextNumber = (names: 'form_names' | 'page_names' | 'theme_names'): string =>
  `insert into ${names} (tenant_id, name, last_version) values ($1, $3, 1)
    on conflict (tenant_id, name) do update set last_version = ${names}.last_version + 1 returning last_version`;

const statement = (table: VersionTable, verb: string, text: string): Statement => ({
  name: `${table.replace('_', '-')}.${verb}`,
  text,
});

/** Deploys the version $2 in the name of $3, with the audit at $4 and after; no row when absent or deployed already. */
export const deployVersion = (table: VersionTable, columns: string): Statement =>
  statement(
    table,
    'deploy',
    `with done as (
      update ${table} set status = 'DEPLOYED_ACTIVE', updated_at = now(), updated_by = $3
      where tenant_id = $1 and id = $2 and status = 'EDITABLE' returning *),
    audited as (${auditInsert('done', 4)})
    select ${columns} from done v`,
  );

/** Deletes the version $2, with the audit at $3 and after; no row when absent. */
export const removeVersion = (table: VersionTable): Statement =>
  statement(
    table,
    'remove',
    `with done as (delete from ${table} where tenant_id = $1 and id = $2 returning id, name, version),
    audited as (${auditInsert('done', 3)})
    select name, version from done`,
  );
