import type { Sql, Statement } from '../db/sql.ts';

/** What the tenant has of something, counted up to `$2`, and how much it may have; null: any. */
const counting = (name: string, column: string, held: string): Statement => ({
  name: `tenant-room.${name}`,
  text: `select t.${column} as most, case when t.${column} is null then 0 else (${held}) end as held
    from tenants t where t.id = $1`,
});
const upTo = (from: string, column: string): string =>
  `select count(*) from (select from ${from} where tenant_id = $1 limit (select ${column} from tenants where id = $1)) h`;

const counts = Object.freeze({
  users: counting('users', 'max_users', upTo('users', 'max_users')),
  stores: counting('stores', 'max_stores', 'select count(*) from stores where tenant_id = $1'),
  definitions: counting(
    'definitions',
    'max_definitions',
    'select count(*) from process_definitions where tenant_id = $1',
  ),
  'running instances': counting(
    'instances',
    'max_running_instances',
    `select count(*) from (select from process_instances where tenant_id = $1
      and status in ('PENDING', 'ACTIVE', 'REVIEW')
      limit (select max_running_instances from tenants where id = $1)) h`,
  ),
  'bytes of forms, pages, themes and diagrams': counting(
    'storage',
    'max_storage_bytes',
    `select coalesce((select sum(octet_length(resource)) from forms where tenant_id = $1), 0)
      + coalesce((select sum(octet_length(bpmn)) from process_definitions where tenant_id = $1), 0)
      + coalesce((select sum(size) from pages where tenant_id = $1), 0)
      + coalesce((select sum(octet_length(design::text)) from themes where tenant_id = $1), 0)
      + coalesce((select sum(octet_length(content)) from theme_assets where tenant_id = $1), 0)`,
  ),
});

/** What a tenant may have only so much of. */
export type Thing = keyof typeof counts;

/** How much of something a tenant may have, and has, counted no further than that; null: any, and not counted. */
export const selectHeld = (sql: Sql, thing: Thing, tenant: string) =>
  sql.row<{ readonly most: number | null; readonly held: number }>(counts[thing], [tenant]);
