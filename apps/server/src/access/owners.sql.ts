import type { Sql, Statement } from '../db/sql.ts';
import { hashSecret } from './secrets.ts';

const ofSecret: Statement = {
  name: 'owners.of-secret',
  text: 'select tenant_id as tenant from api_secrets where hash = $1',
  way: 'find-owner',
};

/** The tenant whose client has this secret, or `undefined`. */
export const tenantOfSecret = async (sql: Sql, secret: string): Promise<string | undefined> =>
  (await sql.row<{ readonly tenant: string }>(ofSecret, [hashSecret(secret)]))?.tenant;
