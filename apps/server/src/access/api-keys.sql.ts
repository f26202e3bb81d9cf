import { type ApiKey, type ApiKeyChange, type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { likePattern } from '../db/like-pattern.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import type { Actor } from './actor.ts';
import { hashSecret } from './secrets.ts';

const columns = `id, client_id as "clientId", name, description, status, permissions, expires_at as "expiringDtm",
  case when expires_at is null then 'PERMANENT' else 'SESSION' end as type,
  created_at as "createdDtm", updated_at as "lastUpdatedDtm", created_by as "createdBy", updated_by as "lastUpdatedBy"`;

type Row = Omit<ApiKey, 'createdDtm' | 'lastUpdatedDtm' | 'expiringDtm'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
  readonly expiringDtm: Date | null;
};
const toApiKey = (row: Row): ApiKey =>
  withoutNulls({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
    expiringDtm: row.expiringDtm?.toISOString() ?? null,
  }) as ApiKey;

const byId: Statement = {
  name: 'api-keys.by-id',
  text: `select ${columns} from api_clients where tenant_id = $1 and id = $2`,
};

/** The key, or `undefined`. */
export async function selectApiKey(sql: Sql, tenant: string, id: string): Promise<ApiKey | undefined> {
  const row = await sql.row<Row>(byId, [tenant, id]);
  return row && toApiKey(row);
}

const where = 'where tenant_id = $1 and ($2::text is null or lower(name) like $2)';
const count: Statement = {
  name: 'api-keys.count',
  text: `select count(*) as total from api_clients ${where}`,
};
const list = byOrder(
  'api-keys.list',
  { name: 'lower(name)', createdDtm: 'created_at' },
  { fallback: 'name,asc', last: 'id' },
  (order) => `select ${columns} from api_clients ${where} order by ${order} limit $3 offset $4`,
);

/** One page of the tenant's keys. */
export async function listApiKeyPage(
  sql: Sql,
  tenant: string,
  { name, page = 0, size = 10, sort }: PageRequest & { readonly name?: string },
): Promise<Page<ApiKey>> {
  const values = [tenant, likePattern(name?.toLowerCase())];
  const total = await sql.row<{ total: number }>(count, values);
  const rows = await sql.rows<Row>(list(sort), [...values, size, page * size]);
  return pageOf(rows.map(toApiKey), total?.total ?? 0, { page, size, ...(sort && { sort }) });
}

/** A key as it is stored, with its secrets, of which only hashes are. */
export type KeyToInsert = {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
  readonly expiringDtm?: string;
  readonly code: string;
  readonly clientSecret: string;
};

const insert: Statement = {
  name: 'api-keys.insert',
  text: `with done as (
    insert into api_clients (tenant_id, id, client_id, name, description, permissions, expires_at, created_by, updated_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (client_id) do nothing returning *),
  secrets as (
    insert into api_secrets (tenant_id, api_client, hash, kind)
    select tenant_id, id, secret.hash, secret.kind
    from done, (values ($9::bytea, 'API_KEY'), ($10::bytea, 'CLIENT_SECRET')) as secret (hash, kind)),
  audited as (${auditInsert('done', 11)})
  select ${columns} from done`,
};

/** Adds a key, its secrets and its audit row; `undefined` when the client id is taken. */
export async function insertApiKey(sql: Sql, actor: Actor, key: KeyToInsert): Promise<ApiKey | undefined> {
  const facts = { name: key.name, permissions: key.permissions };
  const row = await sql.row<Row>(insert, [
    actor.tenant,
    key.id,
    key.clientId,
    key.name,
    key.description,
    key.permissions,
    key.expiringDtm ?? null,
    actor.name,
    hashSecret(key.code),
    hashSecret(key.clientSecret),
    ...auditValues(actor, { action: 'api-key.created', target: { kind: 'api-key' }, facts }),
  ]);
  return row && toApiKey(row);
}

const update: Statement = {
  name: 'api-keys.update',
  text: `with done as (
    update api_clients set name = coalesce($3, name), description = coalesce($4, description),
      status = coalesce($5, status), permissions = coalesce($6, permissions),
      expires_at = coalesce($7, expires_at), updated_at = now(), updated_by = $8
    where tenant_id = $1 and id = $2 returning *),
  audited as (${auditInsert('done', 9)})
  select ${columns} from done`,
};

/** Changes a key and writes its audit row; `undefined` when absent. */
export async function changeApiKey(
  sql: Sql,
  actor: Actor,
  id: string,
  change: ApiKeyChange,
): Promise<ApiKey | undefined> {
  const { name, description, status, permissions, expiringDtm } = change;
  const facts = {
    fields: Object.keys(change),
    ...(status && { status }),
    ...(permissions && { permissions }),
  };
  const row = await sql.row<Row>(update, [
    actor.tenant,
    id,
    ...[name, description, status, permissions, expiringDtm].map((value) => value ?? null),
    actor.name,
    ...auditValues(actor, { action: 'api-key.changed', target: { kind: 'api-key' }, facts }),
  ]);
  return row && toApiKey(row);
}

const remove: Statement = {
  name: 'api-keys.remove',
  text: `with done as (delete from api_clients where tenant_id = $1 and id = $2 returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

/** Deletes a key and its secrets; `false` when absent. */
export async function removeApiKey(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const audit = auditValues(actor, { action: 'api-key.deleted', target: { kind: 'api-key' } });
  return (await sql.row(remove, [actor.tenant, id, ...audit])) !== undefined;
}
