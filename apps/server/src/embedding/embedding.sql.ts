import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

const find: Statement = {
  name: 'embedding.find',
  text: 'select origins from embedding where tenant_id = $1',
};

const store: Statement = {
  name: 'embedding.store',
  text: `with done as (
    insert into embedding (tenant_id, origins, updated_by) values ($1, $2::text[], $3)
    on conflict (tenant_id) do update
      set origins = excluded.origins, updated_by = excluded.updated_by, updated_at = now()
    returning tenant_id),
  audited as (${auditInsert('done', 4, 'tenant_id')})
  select tenant_id from done`,
};

/** The origins that may embed a tenant's journeys. */
export const selectEmbedders = async (sql: Sql, tenant: string): Promise<readonly string[]> =>
  (await sql.row<{ readonly origins: readonly string[] }>(find, [tenant]))?.origins ?? [];

/** Sets them all. */
export const storeEmbedders = (sql: Sql, actor: Actor, origins: readonly string[]) =>
  sql.row(store, [
    actor.tenant,
    origins,
    actor.name,
    ...auditValues(actor, { action: 'embedding.set', target: { kind: 'embedding' }, facts: { origins } }),
  ]);
