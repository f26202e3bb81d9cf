import type { Sql, Statement } from '../db/sql.ts';
import type { PendingEffect } from './instance-step.ts';

const claim: Statement = {
  name: 'outbox.claim',
  text: `update outbox set attempts = attempts + 1, available_at = clock_timestamp() + interval '30 seconds'
    where (tenant_id, id) in (
      select tenant_id, id from outbox where tenant_id = $1 and id = $2 and available_at <= clock_timestamp()
      for update skip locked)
    returning id, instance_id as "instanceId", effect, attempts`,
};

const take: Statement = { name: 'outbox.take', text: 'delete from outbox where tenant_id = $1 and id = $2' };

/** An effect that a step left for later. */
export type OutboxEntry = PendingEffect & { readonly instanceId: string; readonly attempts: number };

/** Claims an entry for 30 seconds; who does not take it by then loses it to another worker. */
export const claimEffect = (sql: Sql, tenant: string, id: string) =>
  sql.row<OutboxEntry>(claim, [tenant, id]);

/** Takes an entry away, in the transaction that carries it out; `false` when somebody else has. */
export const takeFromOutbox = async (sql: Sql, tenant: string, id: string) =>
  (await sql.change(take, [tenant, id])) === 1;
