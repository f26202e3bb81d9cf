import { type Page, type PageRequest, pageOf, type Webhook, type WebhookChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement, Transaction } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { mostWebhooks } from './webhook.ts';

const columns = `id, name, url, events, status, case status when 'DISABLED' then disabled_reason end as "disabledReason",
  case when previous_until > clock_timestamp() then previous_until end as "previousSecretUntil",
  created_at as "createdDtm", updated_at as "lastUpdatedDtm", created_by as "createdBy", updated_by as "lastUpdatedBy"`;

type Row = Omit<Webhook, 'createdDtm' | 'lastUpdatedDtm' | 'previousSecretUntil'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
  readonly previousSecretUntil: Date | null;
};

const toWebhook = (row: Row): Webhook =>
  withoutNulls({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
    previousSecretUntil: row.previousSecretUntil?.toISOString() ?? null,
  }) as Webhook;

const lock: Statement = {
  name: 'webhooks.lock',
  text: `select pg_advisory_xact_lock(hashtextextended('webhooks of ' || $1, 0))`,
};

const insert: Statement = {
  name: 'webhooks.insert',
  text: `with room as (
    select where (select count(*) from webhook_endpoints where tenant_id = $1) < ${mostWebhooks}),
  done as (
    insert into webhook_endpoints (tenant_id, id, name, url, events, status, secret, created_by, updated_by)
    select $1, $2, $3, $4, $5, $6, $7, $8, $8 from room returning *),
  audited as (${auditInsert('done', 9)})
  select ${columns} from done`,
};

const byId: Statement = {
  name: 'webhooks.by-id',
  text: `select ${columns} from webhook_endpoints where tenant_id = $1 and id = $2`,
};

const count: Statement = {
  name: 'webhooks.count',
  text: 'select count(*) as total from webhook_endpoints where tenant_id = $1',
};
const list = byOrder(
  'webhooks.list',
  { name: 'lower(name)', createdDtm: 'created_at' },
  { fallback: 'name,asc', last: 'id' },
  (order) =>
    `select ${columns} from webhook_endpoints where tenant_id = $1 order by ${order} limit $2 offset $3`,
);

const update: Statement = {
  name: 'webhooks.update',
  text: `with done as (
    update webhook_endpoints set name = coalesce($3, name), url = coalesce($4, url), events = coalesce($5, events),
      status = coalesce($6, status), disabled_reason = case when $6 is null then disabled_reason end, updated_at = now(), updated_by = $7
    where tenant_id = $1 and id = $2 returning *),
  audited as (${auditInsert('done', 8)})
  select ${columns} from done`,
};

const disableGone: Statement = {
  name: 'webhooks.disable-gone',
  text: `with done as (
    update webhook_endpoints set status = 'DISABLED', disabled_reason = 'webhook.gone', updated_at = now(), updated_by = $3
    where tenant_id = $1 and id = $2 and status = 'ENABLED' returning id),
  audited as (${auditInsert('done', 4)})
  select id from done`,
};

const rotate: Statement = {
  name: 'webhooks.rotate',
  text: `with done as (
    update webhook_endpoints set previous_secret = secret, previous_until = clock_timestamp() + $4 * interval '1 millisecond',
      secret = $3, updated_at = now(), updated_by = $5
    where tenant_id = $1 and id = $2 returning *),
  audited as (${auditInsert('done', 6)})
  select ${columns} from done`,
};

const remove: Statement = {
  name: 'webhooks.remove',
  text: `with done as (delete from webhook_endpoints where tenant_id = $1 and id = $2 returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

const secrets: Statement = {
  name: 'webhooks.secrets',
  text: `select url, secret, case when previous_until > clock_timestamp() then previous_secret end as "previousSecret"
    from webhook_endpoints where tenant_id = $1 and id = $2`,
};

/** Where an endpoint is, and its sealed secrets. */
export type StoredEndpoint = {
  readonly url: string;
  readonly secret: Buffer;
  /** The one before, while it still signs. */
  readonly previousSecret: Buffer | null;
};

/** An endpoint as it is stored. */
export type NewEndpoint = Pick<Webhook, 'id' | 'name' | 'url' | 'events' | 'status'> & {
  readonly secret: Uint8Array;
};

const kind = 'webhook';

/** Adds an endpoint, one after the other in a tenant; `undefined` when it has its most. */
export async function insertWebhook(sql: Transaction, actor: Actor, added: NewEndpoint) {
  const { id, name, url, events, status, secret } = added;
  const fact = { action: 'webhook.created', target: { kind }, facts: { url: hostOf(url), events } };
  const values = [actor.tenant, id, name, url, events, status, secret, actor.name];
  await sql.row(lock, [actor.tenant]);
  const row = await sql.row<Row>(insert, [...values, ...auditValues(actor, fact)]);
  return row && toWebhook(row);
}

/** An endpoint, or `undefined`. */
export async function findWebhook(sql: Sql, tenant: string, id: string): Promise<Webhook | undefined> {
  const row = await sql.row<Row>(byId, [tenant, id]);
  return row && toWebhook(row);
}

/** One page of the tenant's endpoints. */
export async function listWebhookPage(sql: Sql, tenant: string, asked: PageRequest): Promise<Page<Webhook>> {
  const { page = 0, size = 10, sort } = asked;
  const total = await sql.row<{ readonly total: number }>(count, [tenant]);
  const rows = await sql.rows<Row>(list(sort), [tenant, size, page * size]);
  return pageOf(rows.map(toWebhook), total?.total ?? 0, asked);
}

/** Changes an endpoint; `undefined` when absent. */
export async function changeWebhook(sql: Sql, actor: Actor, id: string, change: WebhookChange) {
  const { name, url, events, status } = change;
  const facts = {
    fields: Object.keys(change),
    ...(url !== undefined && { url: hostOf(url) }),
    ...(events && { events }),
    ...(status && { status }),
  };
  const fact = { action: 'webhook.changed', target: { kind }, facts };
  const changed = [name, url, events, status].map((value) => value ?? null);
  const values = [actor.tenant, id, ...changed, actor.name, ...auditValues(actor, fact)];
  const row = await sql.row<Row>(update, values);
  return row && toWebhook(row);
}

/** Switches an endpoint off that answered that it is gone; once, and audited. */
export async function disableGoneWebhook(sql: Sql, actor: Actor, id: string): Promise<void> {
  const facts = { reason: 'webhook.gone', status: 'DISABLED' };
  const audit = auditValues(actor, { action: 'webhook.disabled', target: { kind }, facts });
  await sql.row(disableGone, [actor.tenant, id, actor.name, ...audit]);
}

/** Gives an endpoint a new secret, and lets the one before sign for so long; `undefined` when absent. */
export async function replaceSecret(sql: Sql, actor: Actor, id: string, secret: Uint8Array, keptMs: number) {
  const fact = { action: 'webhook.secret-rotated', target: { kind } };
  const values = [actor.tenant, id, secret, keptMs, actor.name, ...auditValues(actor, fact)];
  const row = await sql.row<Row>(rotate, values);
  return row && toWebhook(row);
}

/** Deletes an endpoint; `false` when absent. */
export async function removeWebhook(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const audit = auditValues(actor, { action: 'webhook.deleted', target: { kind } });
  return (await sql.row(remove, [actor.tenant, id, ...audit])) !== undefined;
}

/** Where an endpoint is and what signs for it, or `undefined`. */
export const findEndpoint = (sql: Sql, tenant: string, id: string) =>
  sql.row<StoredEndpoint>(secrets, [tenant, id]);

/** A path or a query may hold a secret of the receiver's. */
const hostOf = (url: string): string => new URL(url).origin;
