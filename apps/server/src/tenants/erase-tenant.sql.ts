import type { Sql, Statement } from '../db/sql.ts';

const order: Statement = {
  name: 'erase-tenant.tables',
  text: `select c.relname as name, has_table_privilege(c.oid, 'delete') as "isOurs",
      array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
            where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as needs
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`,
};

/** A table with rows of tenants, and the tables that its rows refer to. */
export type TenantTable = {
  readonly name: string;
  readonly isOurs: boolean;
  readonly needs: readonly string[];
};

/** Every table with rows of tenants. */
export const selectTenantTables = (sql: Sql): Promise<readonly TenantTable[]> => sql.rows(order);

/** Deletes up to `most` rows of a tenant from a table that `selectTenantTables` named. Answers how many. */
export const deleteRows = (sql: Sql, table: string, tenant: string, most: number): Promise<number> =>
  sql.change(deletion(table), [tenant, most]);

const deletion = (table: string): Statement => ({
  name: `erase-tenant.from-${table}`.slice(0, 60),
  text: `delete from "${table}" where ctid = any (array(select ctid from "${table}" where tenant_id = $1 limit $2))`,
});

const sandboxes: Statement = {
  name: 'erase-tenant.sandboxes',
  text: 'select count(*) filter (where erase_sandbox(id))::integer as erased from tenants where sandbox_of = $1',
  way: 'administer-tenants',
};

/** Erases the sandboxes of a tenant's test runs. Answers how many. */
export const deleteSandboxes = async (sql: Sql, tenant: string): Promise<number> =>
  (await sql.row<{ readonly erased: number }>(sandboxes, [tenant]))?.erased ?? 0;

const audit: Statement = {
  name: 'erase-tenant.audit',
  text: 'select erase_audit_of_tenant($1, $2) as erased',
};

/** Deletes up to `most` rows of each table of a tenant's audit. Answers how many. */
export const deleteAudit = async (sql: Sql, tenant: string, most: number): Promise<number> =>
  (await sql.row<{ readonly erased: number }>(audit, [tenant, most]))?.erased ?? 0;
