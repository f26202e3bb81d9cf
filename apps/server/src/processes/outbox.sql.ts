import type { Sql, Statement } from '../db/sql.ts';
import type { PendingEffect } from './instance-step.ts';

const claim: Statement = {
  name: 'outbox.claim',
  text: `update outbox set attempts = attempts + 1, available_at = clock_timestamp() + interval '30 seconds'
    where (tenant_id, id) in (
      select tenant_id, id from outbox where available_at <= clock_timestamp()
      order by available_at limit $1 for update skip locked)
    returning id, instance_id as "instanceId", effect, attempts`,
};

const take: Statement = { name: 'outbox.take', text: 'delete from outbox where tenant_id = $1 and id = $2' };

/** An effect that a step left for later. */
export type OutboxEntry = PendingEffect & { readonly instanceId: string; readonly attempts: number };

/** Claims up to `limit` entries for 30 seconds; who does not take them by then loses them to another worker. */
export const claimOutbox = (sql: Sql, limit: number) => sql.rows<OutboxEntry>(claim, [limit]);

/** Takes an entry away, in the transaction that carries it out; `false` when somebody else has. */
export const takeFromOutbox = async (sql: Sql, tenant: string, id: string) =>
  (await sql.change(take, [tenant, id])) === 1;
