import type { Sql, Statement } from '../db/sql.ts';

const owner = (name: string, text: string): Statement => ({
  name: `process-owners.${name}`,
  text: `select tenant_id as tenant from ${text} where id = $1`,
  way: 'find-owner',
});
const ofToken = owner('of-token', 'process_tokens');
const ofInstance = owner('of-instance', 'process_instances');

const tenantBy =
  (statement: Statement) =>
  async (sql: Sql, id: string): Promise<string | undefined> =>
    (await sql.row<{ readonly tenant: string }>(statement, [id]))?.tenant;

/** The tenant of a process token, which its links do not name; ids are unique over all tenants. */
export const tenantOfToken = tenantBy(ofToken);

/** The tenant of an instance, which its addresses do not name. */
export const tenantOfInstance = tenantBy(ofInstance);

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

/** The instances that are longest due at `now` (milliseconds), claimed by nobody yet. */
export const findDueInstances = (sql: Sql, now: number, limit: number): Promise<readonly DueWork[]> =>
  sql.rows(dueInstances, [new Date(now), limit]);

/** The effects that have waited longest, claimed by nobody yet. */
export const findDueEffects = (sql: Sql, limit: number): Promise<readonly DueWork[]> =>
  sql.rows(dueEffects, [limit]);
