import type { Sql, Statement } from '../db/sql.ts';

const known: Statement = {
  name: 'operators.known-stores',
  text: 'select id from stores where tenant_id = $1 and id = any ($2::text[])',
};

/** Those of these ids that are of identity stores of the tenant. */
export const findKnownStores = async (
  sql: Sql,
  tenant: string,
  asked: readonly string[],
): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(known, [tenant, asked])).map(({ id }) => id);
