import { type Page, type PageRequest, type ProcessInstance, pageOf } from '@latchkey/contract';
import type { Event, State } from '@latchkey/engine';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { likePattern } from '../db/like-pattern.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { InstanceStatus } from './process-instance.ts';
import { type ShownInstance, shownInstance } from './shown-instance.ts';

const columns = `i.id, i.tenant_id as "tenantId", i.definition_id as "processDefnId", d.name as "processDefnName",
  d.version as "processDefnVersion", i.token_id as "processTokenId", t.name as "processTokenName", i.first_name as "firstName",
  i.last_name as "lastName", i.email, i.phone_number as "phoneNumber", i.created_at as "createdAt",
  i.ended_at as "endedAt", i.status, i.decision, i.browser, i.device, i.review_decision as "reviewDecision",
  i.review_comment as "reviewComment", i.reviewed_by as "reviewedBy", i.reviewed_at as "reviewedAt", coalesce(i.state ->> 'error',
    (select e ->> 'error' from jsonb_array_elements(coalesce(i.state -> 'tokens', '[]'::jsonb)) e
     where e ->> 'status' = 'incident' limit 1)) as error`;
const joined = `process_instances i
  join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id
  left join process_tokens t on t.tenant_id = i.tenant_id and t.id = i.token_id`;

const find: Statement = {
  name: 'process-instances.find',
  text: `select ${columns} from ${joined} where i.tenant_id = $1 and i.id = $2`,
};

const filter = `i.tenant_id = $1 and ($2::text is null or i.status = $2) and ($3::text is null or d.name = $3)
  and ($4::text is null or i.definition_id = $4) and ($5::text is null or i.token_id = $5)
  and ($6::text is null or i.id = $7 or lower(concat_ws(' ', i.first_name, i.last_name, i.email, i.phone_number)) like $6)
  and ($8::timestamptz is null or i.created_at >= $8) and ($9::timestamptz is null or i.created_at < $9)`;
const count: Statement = {
  name: 'process-instances.count',
  text: `select count(*) as total from ${joined} where ${filter}`,
};
const list = byOrder(
  'process-instances.list',
  { createdAt: 'i.created_at', status: 'i.status', lastName: 'i.last_name' },
  { fallback: 'createdAt,desc', last: 'i.id' },
  (order) => `select ${columns} from ${joined} where ${filter} order by ${order} limit $10 offset $11`,
);

const history: Statement = {
  name: 'process-instances.history',
  text: `select version, at, actor, event from instance_history
    where tenant_id = $1 and instance_id = $2 order by version`,
};

const contents: Statement = {
  name: 'process-instances.contents',
  text: `select definition_id as "definitionId", data, state, started_at as "startedAt"
    from process_instances where tenant_id = $1 and id = $2`,
};

/** An instance as the API shows it, at `now` (milliseconds). */
export async function findShownInstance(sql: Sql, tenant: string, id: string, now: number) {
  const row = await sql.row<ShownInstance>(find, [tenant, id]);
  return row && shownInstance(row, now);
}

type Filter = PageRequest & {
  readonly status?: string;
  readonly processDefnName?: string;
  readonly processDefnId?: string;
  readonly processTokenId?: string;
  readonly text?: string;
  /** RFC 3339, checked. */
  readonly from?: string;
  readonly to?: string;
};

/** One page of the tenant's instances. */
export async function listInstancePage(
  sql: Sql,
  tenant: string,
  asked: Filter,
  now: number,
): Promise<Page<ProcessInstance>> {
  const { page = 0, size = 10, sort } = asked;
  const text = asked.text?.trim() || undefined;
  const pattern = text && `%${likePattern(text.toLowerCase().replaceAll('%', ''))}%`;
  const wanted = [
    asked.status,
    asked.processDefnName,
    asked.processDefnId,
    asked.processTokenId,
    pattern,
    text?.toUpperCase(),
    asked.from,
    asked.to,
  ];
  const values = [tenant, ...wanted.map((value) => value ?? null)];
  const total = await sql.row<{ readonly total: number }>(count, values);
  const rows = await sql.rows<ShownInstance>(list(sort), [...values, size, page * size]);
  return pageOf(
    rows.map((row) => shownInstance(row, now)),
    total?.total ?? 0,
    asked,
  );
}

const review: Statement = {
  name: 'process-instances.review',
  text: `with done as (
    update process_instances set review_decision = $3, review_comment = $4, reviewed_by = $5, reviewed_at = clock_timestamp(),
      status = $6, updated_at = clock_timestamp()
    where tenant_id = $1 and id = $2 and status = 'REVIEW' returning id),
  audited as (${auditInsert('done', 7)})
  select id from done`,
};

/** Stores a review of an instance that waits for one; `false` where it does not, or does not exist. */
export const storeReview = async (
  sql: Sql,
  actor: Actor,
  id: string,
  { decision, comment, status }: { decision: string; comment: string | null; status: InstanceStatus },
) => {
  const target = { kind: 'process-instance', id };
  const fact = { action: 'process-instance.reviewed', target, instanceId: id, facts: { decision, comment } };
  const values = [actor.tenant, id, decision, comment, actor.name, status, ...auditValues(actor, fact)];
  return (await sql.row(review, values)) !== undefined;
};

const erase: Statement = {
  name: 'process-instances.erase',
  text: `with done as (
    delete from process_instances where tenant_id = $1 and id = $2
      and status in ('COMPLETED_ENDED_SUCCESS', 'COMPLETED_ENDED_ERROR', 'COMPLETED_TERMINATED', 'COMPLETED_PROCESS_ERROR')
    returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

/** Erases an instance that has ended, or rests on a failure; `false` where it runs, or does not exist. */
export const eraseInstance = async (sql: Sql, actor: Actor, id: string) => {
  const target = { kind: 'process-instance', id };
  const fact = { action: 'process-instance.deleted', target, instanceId: id };
  return (await sql.row(erase, [actor.tenant, id, ...auditValues(actor, fact)])) !== undefined;
};

/** An event as stored. */
export type StoredEvent = {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly event: Event;
};

/** Every event of an instance, oldest first. */
export const readEvents = (sql: Sql, tenant: string, id: string) =>
  sql.rows<StoredEvent>(history, [tenant, id]);

/** What an instance holds, and from when its history replays. */
export type Contents = {
  readonly definitionId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: State | null;
  readonly startedAt: Date | null;
};

export const readContents = (sql: Sql, tenant: string, id: string) =>
  sql.row<Contents>(contents, [tenant, id]);
