import { type Page, type PageRequest, pageOf, type WebhookDelivery } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { largeList } from '../db/large-list.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import type { ToldRecord } from './event-of-record.ts';
import type { Attempt } from './webhook.ts';
import type { StoredEndpoint } from './webhooks.sql.ts';

/** Which delivery: an event for an endpoint. */
export type DeliveryKey = { readonly webhookId: string; readonly eventId: string };

const owners: Statement = {
  name: 'deliveries.owners',
  text: `select distinct tenant from (
    select tenant_id as tenant from webhook_deliveries where status = 'WAITING' order by created_at limit 1000) as waiting`,
  way: 'find-owner',
};

const take: Statement = {
  name: 'deliveries.take',
  text: `update webhook_deliveries set status = 'QUEUED'
    where (tenant_id, endpoint_id, event_id) in (
      select tenant_id, endpoint_id, event_id from webhook_deliveries where tenant_id = $1 and status = 'WAITING'
      order by created_at limit $2 for update skip locked)
    returning endpoint_id as "webhookId", event_id as "eventId"`,
};

const load: Statement = {
  name: 'deliveries.load',
  text: `select e.url, e.secret, e.status = 'ENABLED' as "isEnabled",
      case when e.previous_until > clock_timestamp() then e.previous_secret end as "previousSecret",
      case when a.id is not null then jsonb_build_object('id', a.id, 'actorKind', a.actor_kind, 'actor', a.actor,
        'action', a.action, 'outcome', a.outcome, 'code', a.code, 'targetKind', a.target_kind,
        'targetId', a.target_id, 'instanceId', a.instance_id, 'facts', a.facts) end as record, a.at
    from webhook_deliveries d
    join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
    left join audit a on a.tenant_id = d.tenant_id and a.id = d.event_id
    where d.tenant_id = $1 and d.endpoint_id = $2 and d.event_id = $3 and d.status = 'QUEUED'`,
};

const keep: Statement = {
  name: 'deliveries.keep',
  text: `update webhook_deliveries set status = $4, attempts = attempts + 1, last_attempt_at = clock_timestamp(),
      answer_status = $5, answer_body = $6, failure = $7, duration_ms = $8
    where tenant_id = $1 and endpoint_id = $2 and event_id = $3 and status = 'QUEUED'`,
};

const bury: Statement = {
  name: 'deliveries.bury',
  text: `update webhook_deliveries set status = 'DEAD', failure = coalesce($4, failure, 'webhook.interrupted')
    where tenant_id = $1 and endpoint_id = $2 and event_id = $3 and status = 'QUEUED'`,
};

const resend: Statement = {
  name: 'deliveries.resend',
  text: `with found as (
    select endpoint_id from webhook_deliveries where tenant_id = $1 and endpoint_id = $2 and event_id = $3),
  done as (
    update webhook_deliveries set status = 'WAITING'
    where tenant_id = $1 and endpoint_id = $2 and event_id = $3 and status in ('DELIVERED', 'DEAD')
    returning endpoint_id as id),
  audited as (${auditInsert('done', 4)})
  select endpoint_id from found`,
};

const resendDead: Statement = {
  name: 'deliveries.resend-dead',
  text: `update webhook_deliveries set status = 'WAITING'
    where tenant_id = $1 and status = 'DEAD' and ($2::text is null or endpoint_id = $2)`,
};

const forget: Statement = {
  name: 'deliveries.forget',
  text: `delete from webhook_deliveries where ctid = any (array(
    select ctid from webhook_deliveries where tenant_id = $1
      and created_at < clock_timestamp() - case status when 'DELIVERED' then interval '7 days' else interval '29 days' end
    limit $2))`,
};

// The key of a row in one text: ids have 26 characters.
const pages = largeList<Row, 'status' | 'webhookId'>({
  name: 'deliveries.list',
  from: 'from webhook_deliveries where tenant_id = $1',
  filters: {
    status: (place) => `status = ${place}`,
    webhookId: (place) => `endpoint_id = ${place}`,
  },
  orders: { createdDtm: ['created_at'] },
  fallback: 'createdDtm,desc',
  id: '(endpoint_id || event_id)',
  rows: (
    chosen,
    order,
  ) => `select endpoint_id as "webhookId", e.name as "webhookName", event_id as "eventId", type,
      d.status, attempts, d.created_at as "createdDtm", last_attempt_at as "lastAttemptDtm",
      answer_status as "answerStatus", answer_body as "answerBody", failure, duration_ms as "durationMs"
    from (${chosen}) as chosen (key)
    join webhook_deliveries d on d.tenant_id = $1 and d.endpoint_id = left(key, 26) and d.event_id = substr(key, 27)
    join webhook_endpoints e on e.tenant_id = d.tenant_id and e.id = d.endpoint_id
    order by ${order.replaceAll('created_at', 'd.created_at')}`,
});

type Row = Omit<WebhookDelivery, 'createdDtm' | 'lastAttemptDtm'> & {
  readonly createdDtm: Date;
  readonly lastAttemptDtm: Date | null;
};

/** What a delivery needs. */
export type LoadedDelivery = StoredEndpoint & {
  readonly isEnabled: boolean;
  /** `undefined` once the audit has forgotten it. */
  readonly record: ToldRecord | undefined;
};

/** The tenants with events that nobody has handed over yet. */
export const tenantsWithWaiting = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.rows<{ readonly tenant: string }>(owners)).map(({ tenant }) => tenant);

/** Takes waiting events of a tenant, at most so many, in the transaction that hands them over. */
export const takeWaiting = (sql: Sql, tenant: string, most: number) =>
  sql.rows<DeliveryKey>(take, [tenant, most]);

/** A delivery that is under way; `undefined` when it is done, or gone with its endpoint. */
export async function loadDelivery(sql: Sql, tenant: string, { webhookId, eventId }: DeliveryKey) {
  type Loaded = Omit<LoadedDelivery, 'record'> & {
    readonly record: Omit<ToldRecord, 'at'> | null;
    readonly at: Date;
  };
  const row = await sql.row<Loaded>(load, [tenant, webhookId, eventId]);
  if (row === undefined) return undefined;
  const { record, at, ...endpoint } = row;
  return { ...endpoint, record: record === null ? undefined : { ...record, at } } as LoadedDelivery;
}

/** Keeps what an attempt came to. */
export const keepAttempt = (
  sql: Sql,
  tenant: string,
  { webhookId, eventId }: DeliveryKey,
  { answerStatus, answerBody, failure, durationMs }: Attempt,
) =>
  sql.change(keep, [
    tenant,
    webhookId,
    eventId,
    failure === undefined ? 'DELIVERED' : 'QUEUED',
    answerStatus ?? null,
    answerBody ?? null,
    failure ?? null,
    Math.round(durationMs),
  ]);

/** Gives a delivery up; keeps the failure of its last attempt unless another is told. */
export const buryDelivery = (
  sql: Sql,
  tenant: string,
  { webhookId, eventId }: DeliveryKey,
  failure?: Attempt['failure'],
) => sql.change(bury, [tenant, webhookId, eventId, failure ?? null]);

/** Lets a delivery that is over wait again; `false` when there is none. Audited. */
export async function reviveDelivery(sql: Sql, actor: Actor, { webhookId, eventId }: DeliveryKey) {
  const fact = { action: 'webhook.resent', target: { kind: 'webhook' }, facts: { eventId } };
  const values = [actor.tenant, webhookId, eventId, ...auditValues(actor, fact)];
  return (await sql.row(resend, values)) !== undefined;
}

/** Lets everything wait again that was given up. Answers how many. */
export const reviveDead = (sql: Sql, tenant: string, webhookId: string | undefined) =>
  sql.change(resendDead, [tenant, webhookId ?? null]);

/** Forgets what was delivered a week ago, and the rest before the audit may forget it. Answers how many. */
export const forgetDeliveries = (sql: Sql, tenant: string, most: number) =>
  sql.change(forget, [tenant, most]);

/** One page of the tenant's deliveries, newest first unless told. */
export async function listDeliveryPage(
  sql: Sql,
  tenant: string,
  asked: PageRequest & { readonly status?: string; readonly webhookId?: string },
): Promise<Page<WebhookDelivery>> {
  const { status, webhookId } = asked;
  const { rows, total } = await pages(sql, [tenant], { status, webhookId }, asked);
  const content = rows.map((row) =>
    withoutNulls({
      ...row,
      createdDtm: row.createdDtm.toISOString(),
      lastAttemptDtm: row.lastAttemptDtm?.toISOString() ?? null,
    }),
  );
  return pageOf(content as WebhookDelivery[], total, asked);
}
