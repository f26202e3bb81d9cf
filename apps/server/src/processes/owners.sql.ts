import type { Sql, Statement } from '../db/sql.ts';
import { linkHash } from './token-link.ts';

const ofToken: Statement = {
  name: 'process-owners.of-token',
  text: 'select tenant_id as tenant from process_tokens where link_hash = $1',
  way: 'find-owner',
};
const ofInstance: Statement = {
  name: 'process-owners.of-instance',
  text: 'select tenant_id as tenant from process_instances where id = $1',
  way: 'find-owner',
};
type Owned = { readonly tenant: string };

/** The tenant of a process token, which its links do not name. */
export const tenantOfToken = async (sql: Sql, id: string): Promise<string | undefined> =>
  (await sql.row<Owned>(ofToken, [linkHash(id)]))?.tenant;

/** The tenant of an instance, which its addresses do not name. */
export const tenantOfInstance = async (sql: Sql, id: string): Promise<string | undefined> =>
  (await sql.row<Owned>(ofInstance, [id]))?.tenant;

/** Work of the clockwork: whose, and on what. */
export type DueWork = { readonly tenant: string; readonly id: string };

const dueInstances: Statement = {
  name: 'process-owners.due-instances',
  text: `select tenant_id as tenant, id from process_instances where due_at <= $1 order by due_at limit $2`,
  way: 'find-owner',
};
const dueEffects: Statement = {
  name: 'process-owners.due-effects',
  text: `select tenant_id as tenant, id from outbox where available_at <= clock_timestamp()
    order by available_at limit $1`,
  way: 'find-owner',
};

/** The same by turns of the tenants, for when more is due than one look takes; each tenant's own by its index. */
const byTurns = (name: string, table: string, due: string, now: string, limit: string): Statement => ({
  name: `process-owners.${name}`,
  text: `select t.id as tenant, d.id
    from tenants t cross join lateral (
      select w.id, w.${due} as due, row_number() over (order by w.${due}) as turn
        from (select id, ${due} from ${table}
               where tenant_id = t.id and ${due} <= ${now} order by ${due} limit ${limit}) w) d
    order by d.turn, d.due limit ${limit}`,
  way: 'find-owner',
});
const dueInstancesByTurns = byTurns('due-instances-by-turns', 'process_instances', 'due_at', '$1', '$2');
const dueEffectsByTurns = byTurns(
  'due-effects-by-turns',
  'outbox',
  'available_at',
  'clock_timestamp()',
  '$1',
);

/**
 * Up to `limit` instances that are due at `now` (milliseconds), claimed by nobody yet: the longest due first, and by
 * turns of the tenants when there are more.
 */
export async function findDueInstances(sql: Sql, now: number, limit: number): Promise<readonly DueWork[]> {
  const values = [new Date(now), limit];
  const due = await sql.rows<DueWork>(dueInstances, values);
  return due.length < limit ? due : sql.rows(dueInstancesByTurns, values);
}

/** Up to `limit` effects that wait, claimed by nobody yet: the longest first, and by turns when there are more. */
export async function findDueEffects(sql: Sql, limit: number): Promise<readonly DueWork[]> {
  const due = await sql.rows<DueWork>(dueEffects, [limit]);
  return due.length < limit ? due : sql.rows(dueEffectsByTurns, [limit]);
}
