import type { Sql, Statement } from '../db/sql.ts';
import type { WrappedKey } from './key-wrapper.ts';

const columns = 'tenant_id as tenant, wrapped as bytes, wrapped_by as "keyId"';

const select: Statement = {
  name: 'data-keys.select',
  text: `select ${columns} from data_keys where tenant_id = $1`,
};
const insert: Statement = {
  name: 'data-keys.insert',
  text: `insert into data_keys (tenant_id, wrapped, wrapped_by) values ($1, $2, $3) on conflict do nothing`,
};
const former: Statement = {
  name: 'data-keys.former',
  text: `select ${columns} from data_keys where wrapped_by <> $1 and tenant_id > $2 order by tenant_id limit $3`,
  way: 'rotate-keys',
};
const rewrap: Statement = {
  name: 'data-keys.rewrap',
  text: 'update data_keys set wrapped = $3, wrapped_by = $4 where tenant_id = $1 and wrapped_by = $2',
};

/** The data key of a tenant, as it lies there. */
export type StoredDataKey = WrappedKey & { readonly tenant: string };

/** The data key of a tenant, or `undefined`. */
export const selectDataKey = (sql: Sql, tenant: string): Promise<StoredDataKey | undefined> =>
  sql.row<StoredDataKey>(select, [tenant]);

/** Keeps a data key, unless the tenant has one. */
export const insertDataKey = (sql: Sql, tenant: string, { bytes, keyId }: WrappedKey): Promise<number> =>
  sql.change(insert, [tenant, bytes, keyId]);

/** Data keys of all tenants behind `after` that another key than this one wraps, in order. */
export const selectFormerDataKeys = (
  sql: Sql,
  newest: string,
  after: string,
  limit: number,
): Promise<readonly StoredDataKey[]> => sql.rows<StoredDataKey>(former, [newest, after, limit]);

/** Puts the wrapping of another key in the place of one; `0` when somebody has done so. */
export const rewrapDataKey = (sql: Sql, former: StoredDataKey, wrapped: WrappedKey): Promise<number> =>
  sql.change(rewrap, [former.tenant, former.keyId, wrapped.bytes, wrapped.keyId]);
