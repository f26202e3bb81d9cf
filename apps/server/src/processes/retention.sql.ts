import { usualRetentionDays } from '@latchkey/contract';
import { newId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

const find: Statement = {
  name: 'retention.find',
  text: `select (select r.retention_days from process_retention r where r.tenant_id = $1 and r.name = $2) as days
    from process_definitions where tenant_id = $1 and name = $2 limit 1`,
};

const set: Statement = {
  name: 'retention.set',
  text: `with done as (
    insert into process_retention (tenant_id, name, retention_days, updated_by) values ($1, $2, $3, $4)
    on conflict (tenant_id, name) do update
      set retention_days = excluded.retention_days, updated_by = excluded.updated_by, updated_at = now()
    returning name),
  audited as (${auditInsert('done', 5, 'name')})
  select name from done`,
};

const clear: Statement = {
  name: 'retention.clear',
  text: `with done as (delete from process_retention where tenant_id = $1 and name = $2 returning name),
  audited as (${auditInsert('done', 3, 'name')})
  select name from done`,
};

/** The condition and the moment of the index `process_instances_finished`. */
const finished = `status in
  ('COMPLETED_ENDED_SUCCESS', 'COMPLETED_ENDED_ERROR', 'COMPLETED_TERMINATED', 'COMPLETED_PROCESS_ERROR')`;
const finishedAt = '(case when i.ended_at is null then i.updated_at else i.ended_at end)';

/** Days for which an instance is kept, where `r` is what its definition says. */
export const keptDays = `coalesce(r.retention_days, ${usualRetentionDays})`;
/** From when on the eraser takes an instance `i`; null as long as it would not. */
export const expiresAt = `case when i.${finished} and i.due_at is null
  then greatest(${finishedAt}, i.reviewed_at) + make_interval(days => ${keptDays}) end`;

/**
 * One batch of instances whose period is over: each is deleted, and its history with it; the funnel and the audit keep
 * what they count. Instances that somebody holds at the moment wait for the next time. The moments are computed first:
 * under row-level security only a plain comparison reaches the index.
 */
const erase: Statement = {
  name: 'retention.erase',
  text: `with periods as materialized (
    select d.tenant_id, d.id, d.name, d.version, ${keptDays} as days,
      $1::timestamptz - make_interval(days => ${keptDays}) as until
    from process_definitions d left join process_retention r on r.tenant_id = d.tenant_id and r.name = d.name),
  due as (
    select p.tenant_id, i.id, p.name, p.version, p.days
    from periods p
    cross join lateral (
      select i.id from process_instances i
      where i.tenant_id = p.tenant_id and i.definition_id = p.id and i.${finished} and i.due_at is null
        and ${finishedAt} <= p.until and (i.reviewed_at is null or i.reviewed_at <= p.until)
      order by ${finishedAt} limit $2 for update skip locked) i
    limit $2),
  gone as (
    delete from process_instances i using due where i.tenant_id = due.tenant_id and i.id = due.id
    returning i.*, due.name, due.version as definition_version, due.days),
  counted as (
    insert into erased_instances
      (tenant_id, id, definition_id, created_at, erased_at, status, reached, outcome, browser, device, milliseconds)
    select tenant_id, id, definition_id, created_at, $1::timestamptz, status, reached, outcome, browser, device,
      extract(epoch from ended_at - started_at) * 1000 from gone),
  audited as (
    insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id, instance_id, facts)
    select tenant_id, ($3::text[])[row_number() over ()], 'system', 'System', 'process-instance.erased', 'SUCCESS',
      'process-instance', id, id, jsonb_build_object('processDefnName', name, 'processDefnVersion', definition_version,
        'status', status, 'outcome', outcome, 'retentionDays', days)
    from gone)
  select count(*)::integer as erased from gone`,
};

/** What a definition says of its period; `undefined` when there is no such definition. */
export const findRetention = (sql: Sql, tenant: string, name: string) =>
  sql.row<{ readonly days: number | null }>(find, [tenant, name]);

/** Sets the period of a definition; `null` for the platform's own. */
export function storeRetention(sql: Sql, actor: Actor, name: string, days: number | null) {
  const target = { kind: 'process-definition', id: name };
  const audit = auditValues(actor, {
    action: 'process-definition.retention-set',
    target,
    facts: { processDefnName: name, retentionDays: days ?? usualRetentionDays },
  });
  if (days === null) return sql.row(clear, [actor.tenant, name, ...audit]);
  return sql.row(set, [actor.tenant, name, days, actor.name, ...audit]);
}

/** Erases at most `most` instances whose period is over at `now` (milliseconds); answers how many. */
export async function eraseFinished(sql: Sql, now: number, most: number): Promise<number> {
  const ids = Array.from({ length: most }, () => newId());
  return (await sql.row<{ readonly erased: number }>(erase, [new Date(now), most, ids]))?.erased ?? 0;
}
