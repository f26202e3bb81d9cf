import { type Page, type PageRequest, type ProcessInstance, pageOf } from '@latchkey/contract';
import type { Event, State } from '@latchkey/engine';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { type ShownInstance, shownInstance } from './shown-instance.ts';

const columns = `i.id, i.tenant_id as "tenantId", i.definition_id as "processDefnId", d.name as "processDefnName",
  d.version as "processDefnVersion", i.token_id as "processTokenId", i.first_name as "firstName",
  i.last_name as "lastName", i.email, i.phone_number as "phoneNumber", i.created_at as "createdAt",
  i.ended_at as "endedAt", i.status, i.decision, coalesce(i.state ->> 'error',
    (select t ->> 'error' from jsonb_array_elements(coalesce(i.state -> 'tokens', '[]'::jsonb)) t
     where t ->> 'status' = 'incident' limit 1)) as error`;
const joined = `process_instances i
  join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id`;

const find: Statement = {
  name: 'process-instances.find',
  text: `select ${columns} from ${joined} where i.tenant_id = $1 and i.id = $2`,
};

const filter = `i.tenant_id = $1 and ($2::text is null or i.status = $2) and ($3::text is null or d.name = $3)
  and ($4::text is null or i.definition_id = $4) and ($5::text is null or i.token_id = $5)`;
const count: Statement = {
  name: 'process-instances.count',
  text: `select count(*) as total from ${joined} where ${filter}`,
};
const list = byOrder(
  'process-instances.list',
  { createdAt: 'i.created_at', status: 'i.status', lastName: 'i.last_name' },
  { fallback: 'createdAt,desc', last: 'i.id' },
  (order) => `select ${columns} from ${joined} where ${filter} order by ${order} limit $6 offset $7`,
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
};

/** One page of the tenant's instances. */
export async function listInstancePage(
  sql: Sql,
  tenant: string,
  asked: Filter,
  now: number,
): Promise<Page<ProcessInstance>> {
  const { page = 0, size = 10, sort } = asked;
  const wanted = [asked.status, asked.processDefnName, asked.processDefnId, asked.processTokenId];
  const values = [tenant, ...wanted.map((value) => value ?? null)];
  const total = await sql.row<{ readonly total: number }>(count, values);
  const rows = await sql.rows<ShownInstance>(list(sort), [...values, size, page * size]);
  return pageOf(
    rows.map((row) => shownInstance(row, now)),
    total?.total ?? 0,
    asked,
  );
}

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
