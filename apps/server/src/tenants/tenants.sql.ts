import { type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import type { Tenant, TenantLimits } from './tenant.ts';

const way = 'administer-tenants';
const limitNames = [
  'users',
  'stores',
  'definitions',
  'runningInstances',
  'storageBytes',
  'requestsPerMinute',
  'clientRequestsPerMinute',
  'operatorRequestsPerMinute',
  'visitorRequestsPerMinute',
  'registrationsPerUserAndHour',
] as const;
const limits = `max_users as users, max_stores as stores, max_definitions as definitions,
  max_running_instances as "runningInstances", max_storage_bytes as "storageBytes",
  max_requests_per_minute as "requestsPerMinute", max_client_requests_per_minute as "clientRequestsPerMinute",
  max_operator_requests_per_minute as "operatorRequestsPerMinute",
  max_visitor_requests_per_minute as "visitorRequestsPerMinute",
  max_registrations_per_user_and_hour as "registrationsPerUserAndHour"`;
const columns = `id, name, created_at as "createdDtm", deleting_at is not null as "isDeleting", ${limits}`;

type LimitsRow = { readonly [Name in (typeof limitNames)[number]]: number | null };
type Row = LimitsRow &
  Pick<Tenant, 'id' | 'name'> & { readonly createdDtm: Date; readonly isDeleting: boolean };

const toTenant = ({ id, name, createdDtm, isDeleting, ...row }: Row): Tenant => ({
  id,
  name,
  status: isDeleting ? 'DELETING' : 'ACTIVE',
  createdDtm: createdDtm.toISOString(),
  limits: withoutNulls(row),
});
const limitValues = (given: TenantLimits): readonly (number | null)[] =>
  limitNames.map((name) => given[name] ?? null);

const insert: Statement = {
  name: 'tenants.insert',
  text: `insert into tenants (id, name, max_users, max_stores, max_definitions, max_running_instances,
      max_storage_bytes, max_requests_per_minute, max_client_requests_per_minute, max_operator_requests_per_minute,
      max_visitor_requests_per_minute, max_registrations_per_user_and_hour)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing`,
  way,
};
const any: Statement = {
  name: 'tenants.any',
  text: 'select exists (select from tenants) as any',
  way,
};
const ids: Statement = { name: 'tenants.ids', text: 'select id from tenants order by id', way };
const leaving: Statement = {
  name: 'tenants.leaving',
  text: 'select id from tenants where deleting_at is not null order by id',
  way,
};
const byId: Statement = {
  name: 'tenants.by-id',
  text: `select ${columns} from tenants where id = $1 and sandbox_of is null`,
  way,
};
const count: Statement = {
  name: 'tenants.count',
  text: 'select count(*) as total from tenants where sandbox_of is null',
  way,
};
const list = byOrder(
  'tenants.list',
  { id: 'id' },
  { fallback: 'id,asc', last: 'id' },
  (order) => `select ${columns} from tenants where sandbox_of is null order by ${order} limit $1 offset $2`,
);
const setLimits: Statement = {
  name: 'tenants.set-limits',
  text: `update tenants set max_users = $2, max_stores = $3, max_definitions = $4, max_running_instances = $5,
      max_storage_bytes = $6, max_requests_per_minute = $7, max_client_requests_per_minute = $8,
      max_operator_requests_per_minute = $9, max_visitor_requests_per_minute = $10,
      max_registrations_per_user_and_hour = $11
    where id = $1 and sandbox_of is null returning ${columns}`,
  way,
};
const leave: Statement = {
  name: 'tenants.leave',
  text: `update tenants set deleting_at = coalesce(deleting_at, clock_timestamp())
    where id = $1 and sandbox_of is null returning ${columns}`,
  way,
};
const remove: Statement = {
  name: 'tenants.remove',
  text: 'delete from tenants where id = $1 and deleting_at is not null',
  way,
};

/** Inserts a tenant; answers how many rows: none when its id is taken. */
export const insertTenant = (
  sql: Sql,
  { id, name }: Pick<Tenant, 'id' | 'name'>,
  given: TenantLimits,
): Promise<number> => sql.change(insert, [id, name, ...limitValues(given)]);

/** Whether there is any. */
export const selectAnyTenant = (sql: Sql): Promise<{ any: boolean } | undefined> =>
  sql.row<{ any: boolean }>(any);

/** The ids of all tenants, in order. */
export const selectTenantIds = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(ids)).map(({ id }) => id);

/** The ids of those that are being deleted, in order. */
export const selectLeavingTenants = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(leaving)).map(({ id }) => id);

/** The tenant, or `undefined`. */
export const selectTenant = (sql: Sql, id: string): Promise<Tenant | undefined> => shown(sql, byId, [id]);

/** One page of all tenants. */
export async function listTenantPage(sql: Sql, request: PageRequest): Promise<Page<Tenant>> {
  const { page = 0, size = 10, sort } = request;
  const total = await sql.row<{ total: number }>(count);
  const rows = await sql.rows<Row>({ ...list(sort), way }, [size, page * size]);
  return pageOf(rows.map(toTenant), total?.total ?? 0, request);
}

/** Sets all limits of a tenant; `undefined` when there is none. */
export const changeLimits = (sql: Sql, id: string, given: TenantLimits): Promise<Tenant | undefined> =>
  shown(sql, setLimits, [id, ...limitValues(given)]);

/** Begins the end of a tenant; `undefined` when there is none. */
export const beginDeletion = (sql: Sql, id: string): Promise<Tenant | undefined> => shown(sql, leave, [id]);

/** Removes the row of a tenant that is being deleted and of which nothing else is left. */
export const removeTenant = (sql: Sql, id: string): Promise<number> => sql.change(remove, [id]);

async function shown(
  sql: Sql,
  statement: Statement,
  values: readonly unknown[],
): Promise<Tenant | undefined> {
  const row = await sql.row<Row>(statement, values);
  return row && toTenant(row);
}
