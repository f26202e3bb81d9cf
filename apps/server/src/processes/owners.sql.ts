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

/** The instances that are longest due at `now` (milliseconds), claimed by nobody yet. */
export const findDueInstances = (sql: Sql, now: number, limit: number): Promise<readonly DueWork[]> =>
  sql.rows(dueInstances, [new Date(now), limit]);

/** The effects that have waited longest, claimed by nobody yet. */
export const findDueEffects = (sql: Sql, limit: number): Promise<readonly DueWork[]> =>
  sql.rows(dueEffects, [limit]);
