import { type Page, type PageRequest, type ProcessInstance, pageOf } from '@latchkey/contract';
import type { Event, State } from '@latchkey/engine';
import { isId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { beginsLike } from '../db/begins-like.ts';
import { largeList } from '../db/large-list.ts';
import { likePattern } from '../db/like-pattern.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { InstanceStatus } from './process-instance.ts';
import { expiresAt, keptDays } from './retention.sql.ts';
import type { StoredData } from './session-data/session-data-safe.ts';
import { type ShownInstance, shownInstance } from './shown-instance.ts';

const columns = `i.id, i.tenant_id as "tenantId", i.definition_id as "processDefnId", d.name as "processDefnName",
  d.version as "processDefnVersion", i.token_id as "processTokenId", t.name as "processTokenName", i.first_name as "firstName",
  i.last_name as "lastName", i.email, i.phone_number as "phoneNumber", i.created_at as "createdAt",
  i.ended_at as "endedAt", i.status, i.decision, i.browser, i.device, i.review_decision as "reviewDecision",
  i.review_comment as "reviewComment", i.reviewed_by as "reviewedBy", i.reviewed_at as "reviewedAt", coalesce(i.state ->> 'error',
    (select e ->> 'error' from jsonb_array_elements(coalesce(i.state -> 'tokens', '[]'::jsonb)) e
     where e ->> 'status' = 'incident' limit 1)) as error,
  ${keptDays} as "retentionDays", ${expiresAt} as "retentionExpiresAt"`;
const joined = `process_instances i
  join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id
  left join process_retention r on r.tenant_id = d.tenant_id and r.name = d.name
  left join process_tokens t on t.tenant_id = i.tenant_id and t.id = i.token_id`;

const find: Statement = {
  name: 'process-instances.find',
  text: `select ${columns} from ${joined} where i.tenant_id = $1 and i.id = $2`,
};

/** What a person is looked for by: a name begins with the first one, or is the last one. */
const personKeys = ['whole_name_key', 'last_name_key', 'email_key', 'phone_key'] as const;

const pages = largeList<ShownInstance, keyof Filters>({
  name: 'process-instances.list',
  from: 'from process_instances i where i.tenant_id = $1',
  filters: {
    status: (place) => `i.status = ${place}`,
    processDefnName: (place) =>
      `i.definition_id = any(array(select id from process_definitions where tenant_id = $1 and name = ${place}))`,
    processDefnId: (place) => `i.definition_id = ${place}`,
    processTokenId: (place) => `i.token_id = ${place}`,
    id: (place) => `i.id = ${place}`,
    text: (place) => `(${personKeys.map((key) => beginsLike(`i.${key}`, place)).join(' or ')})`,
    from: (place) => `i.created_at >= ${place}::timestamptz`,
    to: (place) => `i.created_at < ${place}::timestamptz`,
  },
  orders: {
    createdAt: ['i.created_at'],
    status: ['i.status', 'i.created_at'],
    lastName: ['i.last_name_key'],
  },
  fallback: 'createdAt,desc',
  id: 'i.id',
  rows: (chosen, order) => `select ${columns} from (${chosen}) as chosen
    join process_instances i on i.tenant_id = $1 and i.id = chosen.id
    join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id
    left join process_retention r on r.tenant_id = d.tenant_id and r.name = d.name
    left join process_tokens t on t.tenant_id = i.tenant_id and t.id = i.token_id order by ${order}`,
});

const history: Statement = {
  name: 'process-instances.history',
  text: `select version, at, actor, event from instance_history
    where tenant_id = $1 and instance_id = $2 order by version`,
};

const contents: Statement = {
  name: 'process-instances.contents',
  text: `select tenant_id as tenant, id, definition_id as "definitionId", data as "storedData", sealed, state, started_at as "startedAt"
    from process_instances where tenant_id = $1 and id = $2`,
};

/** An instance as the API shows it, at `now` (milliseconds). */
export async function findShownInstance(sql: Sql, tenant: string, id: string, now: number) {
  const row = await sql.row<ShownInstance>(find, [tenant, id]);
  return row && shownInstance(row, now);
}

type Filters = {
  readonly status?: string;
  readonly processDefnName?: string;
  readonly processDefnId?: string;
  readonly processTokenId?: string;
  readonly id?: string;
  readonly text?: string;
  /** RFC 3339, checked. */
  readonly from?: string;
  readonly to?: string;
};

/** One page of the tenant's instances; a text that is an id means that instance. */
export async function listInstancePage(
  sql: Sql,
  tenant: string,
  { text, page = 0, size = 10, sort, ...wanted }: Omit<Filters, 'id'> & PageRequest,
  now: number,
): Promise<Page<ProcessInstance>> {
  const request = { page, size, ...(sort && { sort }) };
  const { rows, total } = await pages(sql, [tenant], { ...wanted, ...lookFor(text?.trim() ?? '') }, request);
  return pageOf(
    rows.map((row) => shownInstance(row, now)),
    total,
    request,
  );
}

function lookFor(text: string): Pick<Filters, 'id' | 'text'> {
  if (text === '') return {};
  if (isId(text.toUpperCase())) return { id: text.toUpperCase() };
  return { text: `${likePattern(text.toLowerCase().replaceAll('%', ''))}%` };
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

/** The funnel keeps what it counts of it, as for those whose retention period is over. */
const erase: Statement = {
  name: 'process-instances.erase',
  text: `with done as (
    delete from process_instances where tenant_id = $1 and id = $2
      and status in ('COMPLETED_ENDED_SUCCESS', 'COMPLETED_ENDED_ERROR', 'COMPLETED_TERMINATED', 'COMPLETED_PROCESS_ERROR')
    returning *),
  counted as (
    insert into erased_instances
      (tenant_id, id, definition_id, created_at, erased_at, status, reached, outcome, browser, device, milliseconds)
    select tenant_id, id, definition_id, created_at, clock_timestamp(), status, reached, outcome, browser, device,
      extract(epoch from ended_at - started_at) * 1000 from done),
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
export type Contents = StoredData & {
  readonly tenant: string;
  readonly id: string;
  readonly definitionId: string;
  readonly state: State | null;
  readonly startedAt: Date | null;
};

export const readContents = (sql: Sql, tenant: string, id: string) =>
  sql.row<Contents>(contents, [tenant, id]);
