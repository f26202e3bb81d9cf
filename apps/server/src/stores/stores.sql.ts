import {
  type NewStore,
  type Page,
  type PageRequest,
  pageOf,
  type Store,
  type StoreChange,
} from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { likePattern } from '../db/like-pattern.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

const columns = `id, name, description, default_locale_language as "defaultLocaleLanguage",
  default_locale_country as "defaultLocaleCountry", default_locale_variant as "defaultLocaleVariant",
  default_time_zone as "defaultTimeZone", default_user_status as "defaultUserStatus", max_users as "maxUsers",
  max_passkeys_per_user as "maxPasskeysPerUser", created_at as "createdDtm", updated_at as "lastUpdatedDtm",
  created_by as "createdBy", updated_by as "lastUpdatedBy"`;

type Row = Omit<Store, 'createdDtm' | 'lastUpdatedDtm'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
};
const toStore = (row: Row): Store =>
  withoutNulls({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
  }) as Store;

const byName: Statement = {
  name: 'stores.by-name',
  text: `select ${columns} from stores where tenant_id = $1 and name = $2`,
};

/** The store of that name, or `undefined`. */
export async function selectStore(sql: Sql, tenant: string, name: string): Promise<Store | undefined> {
  const row = await sql.row<Row>(byName, [tenant, name]);
  return row && toStore(row);
}

const where = `where tenant_id = $1 and ($2::text is null or lower(name) like $2)
  and ($3::text[] is null or id = any ($3))`;
const count: Statement = {
  name: 'stores.count',
  text: `select count(*) as total from stores ${where}`,
};
const list = byOrder(
  'stores.list',
  { name: 'name', createdDtm: 'created_at' },
  { fallback: 'name,asc', last: 'id' },
  (order) => `select ${columns} from stores ${where} order by ${order} limit $4 offset $5`,
);

/** One page of the tenant's stores; of those alone to which an operator is held. */
export async function listStorePage(
  sql: Sql,
  { tenant, stores }: Pick<Actor, 'tenant' | 'stores'>,
  { name, page = 0, size = 10, sort }: PageRequest & { readonly name?: string },
): Promise<Page<Store>> {
  const values = [tenant, likePattern(name?.toLowerCase()), stores ?? null];
  const total = await sql.row<{ total: number }>(count, values);
  const rows = await sql.rows<Row>(list(sort), [...values, size, page * size]);
  return pageOf(rows.map(toStore), total?.total ?? 0, { page, size, ...(sort && { sort }) });
}

const insert: Statement = {
  name: 'stores.insert',
  text: `with done as (
    insert into stores (tenant_id, id, name, description, default_locale_language, default_locale_country,
      default_locale_variant, default_time_zone, default_user_status, max_users, max_passkeys_per_user,
      created_by, updated_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
    on conflict (tenant_id, name) do nothing returning *),
  audited as (${auditInsert('done', 13)})
  select ${columns} from done`,
};

/** Adds a store and its audit row; `undefined` when the name is taken. */
export async function insertStore(
  sql: Sql,
  actor: Actor,
  id: string,
  store: NewStore,
): Promise<Store | undefined> {
  const row = await sql.row<Row>(insert, [
    actor.tenant,
    id,
    store.name,
    store.description ?? '',
    store.defaultLocaleLanguage ?? null,
    store.defaultLocaleCountry ?? null,
    store.defaultLocaleVariant ?? null,
    store.defaultTimeZone ?? 'UTC',
    store.defaultUserStatus ?? 'ACTIVE',
    store.maxUsers ?? 1_000_000,
    store.maxPasskeysPerUser ?? 20,
    actor.name,
    ...auditValues(actor, { action: 'store.created', target: { kind: 'store' } }),
  ]);
  return row && toStore(row);
}

const fieldTypes: Readonly<Record<keyof StoreChange, readonly [string, string]>> = {
  name: ['name', 'text'],
  description: ['description', 'text'],
  defaultLocaleLanguage: ['default_locale_language', 'text'],
  defaultLocaleCountry: ['default_locale_country', 'text'],
  defaultLocaleVariant: ['default_locale_variant', 'text'],
  defaultTimeZone: ['default_time_zone', 'text'],
  defaultUserStatus: ['default_user_status', 'text'],
  maxUsers: ['max_users', 'bigint'],
  maxPasskeysPerUser: ['max_passkeys_per_user', 'integer'],
};
const assignments = Object.entries(fieldTypes).map(
  ([field, [column, type]]) =>
    `${column} = case when $3::jsonb ? '${field}' then ($3::jsonb ->> '${field}')::${type} else s.${column} end`,
);

const update: Statement = {
  name: 'stores.update',
  text: `with done as (
    update stores s set ${assignments.join(', ')}, updated_at = now(), updated_by = $4
    where tenant_id = $1 and name = $2
      and not exists (select from stores o
                      where o.tenant_id = $1 and o.name = $3::jsonb ->> 'name' and o.id <> s.id)
    returning *),
  audited as (${auditInsert('done', 5)})
  select ${columns} from done`,
};

/** Changes a store and writes its audit row; `undefined` when absent, or the new name is taken. */
export async function changeStore(
  sql: Sql,
  actor: Actor,
  name: string,
  change: StoreChange,
): Promise<Store | undefined> {
  const facts = { fields: Object.keys(change) };
  const audit = auditValues(actor, { action: 'store.changed', target: { kind: 'store' }, facts });
  const row = await sql.row<Row>(update, [actor.tenant, name, JSON.stringify(change), actor.name, ...audit]);
  return row && toStore(row);
}

const remove: Statement = {
  name: 'stores.remove',
  text: `with done as (
    delete from stores s where tenant_id = $1 and name = $2
      and not exists (select from users u where u.tenant_id = $1 and u.store_id = s.id)
      and not exists (select from relying_parties r where r.tenant_id = $1 and r.store_id = s.id)
    returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

/** Deletes an empty store; `false` when absent or not empty. */
export async function removeStore(sql: Sql, actor: Actor, name: string): Promise<boolean> {
  const audit = auditValues(actor, { action: 'store.deleted', target: { kind: 'store' } });
  return (await sql.row(remove, [actor.tenant, name, ...audit])) !== undefined;
}
