import type { Sql, Statement } from '../db/sql.ts';

const select: Statement = {
  name: 'operators.only-tenant',
  text: 'select min(id) as tenant from tenants where sandbox_of is null having count(*) = 1',
  way: 'administer-tenants',
};

/** The tenant, where there is just one. */
export const findOnlyTenant = async (sql: Sql): Promise<string | undefined> =>
  (await sql.row<{ readonly tenant: string }>(select))?.tenant;
