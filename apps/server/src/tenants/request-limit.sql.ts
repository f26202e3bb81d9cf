import type { Sql, Statement } from '../db/sql.ts';

const select: Statement = {
  name: 'tenants.request-limit',
  text: 'select max_requests_per_minute as most from tenants where id = $1',
};

/** How many requests a tenant may send in a minute; null: any number. */
export const selectRequestLimit = async (sql: Sql, tenant: string): Promise<number | null> =>
  (await sql.row<{ readonly most: number | null }>(select, [tenant]))?.most ?? null;
