import {
  type Operator,
  type OperatorChange,
  type OperatorRole,
  type Page,
  type PageRequest,
  pageOf,
} from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

const columns = `id, name, email, role, stores, status, created_at as "createdDtm", updated_at as "lastUpdatedDtm",
  created_by as "createdBy", updated_by as "lastUpdatedBy"`;

type Row = Omit<Operator, 'createdDtm' | 'lastUpdatedDtm' | 'email' | 'stores'> & {
  readonly email: string | null;
  readonly stores: readonly string[] | null;
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
};
const toOperator = ({ createdDtm, lastUpdatedDtm, ...row }: Row): Operator =>
  withoutNulls({
    ...row,
    createdDtm: createdDtm.toISOString(),
    lastUpdatedDtm: lastUpdatedDtm.toISOString(),
  }) as Operator;

const target = { kind: 'operator' } as const;

export type OperatorToInsert = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: OperatorRole;
  readonly stores: readonly string[] | null;
  readonly handle: Uint8Array;
  readonly createdBy: string;
  readonly invitationId: string;
};

const insert: Statement = {
  name: 'operators.insert',
  text: `with done as (
    insert into operators (tenant_id, id, name, email, role, handle, created_by, updated_by, stores)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8) returning id),
  audited as (${auditInsert('done', 9)})
  select id from done`,
};

/** Adds an operator with the audit row of the invitation that brought them. */
export const insertOperator = (sql: Sql, actor: Actor, operator: OperatorToInsert): Promise<unknown> => {
  const { id, name, email, role, stores, handle, createdBy, invitationId } = operator;
  const facts = { role, ...(stores && { stores }), invitationId };
  const audit = { action: 'operator.created', target, facts };
  return sql.row(insert, [
    actor.tenant,
    id,
    name,
    email,
    role,
    handle,
    createdBy,
    stores,
    ...auditValues(actor, audit),
  ]);
};

const count: Statement = {
  name: 'operators.count',
  text: 'select count(*) as total from operators where tenant_id = $1',
};
const list = byOrder(
  'operators.list',
  { name: 'lower(name)', createdDtm: 'created_at' },
  { fallback: 'name,asc', last: 'id' },
  (order) => `select ${columns} from operators where tenant_id = $1 order by ${order} limit $2 offset $3`,
);

/** One page of the tenant's operators. */
export async function listOperatorPage(
  sql: Sql,
  tenant: string,
  request: PageRequest,
): Promise<Page<Operator>> {
  const { page = 0, size = 10, sort } = request;
  const total = await sql.row<{ total: number }>(count, [tenant]);
  const rows = await sql.rows<Row>(list(sort), [tenant, size, page * size]);
  return pageOf(rows.map(toOperator), total?.total ?? 0, request);
}

const administrators: Statement = {
  name: 'operators.lock-administrators',
  text: `select id from operators where tenant_id = $1 and role = 'administrator' and status = 'ACTIVE'
    order by id for no key update`,
};

/** The ids of the administrators who can sign in; locks them, so that no two leave at once. */
export async function lockAdministrators(transaction: Sql, tenant: string): Promise<readonly string[]> {
  return (await transaction.rows<{ id: string }>(administrators, [tenant])).map(({ id }) => id);
}

/** What others need to know of an operator. */
export type FoundOperator = Pick<Row, 'role' | 'stores' | 'status' | 'name' | 'email'> & {
  readonly handle: Uint8Array;
};

const byId =
  'select role, stores, status, handle, name, email from operators where tenant_id = $1 and id = $2';
const find: Statement = { name: 'operators.find', text: byId };
const lock: Statement = { name: 'operators.lock', text: `${byId} for no key update` };

/** An operator, or `undefined`. */
export const findOperator = (sql: Sql, tenant: string, id: string): Promise<FoundOperator | undefined> =>
  sql.row(find, [tenant, id]);

/** An operator, whom nobody else changes until the transaction ends. */
export const lockOperator = (
  transaction: Sql,
  tenant: string,
  id: string,
): Promise<FoundOperator | undefined> => transaction.row(lock, [tenant, id]);

const update: Statement = {
  name: 'operators.update',
  text: `with done as (
    update operators set name = coalesce($3, name), role = coalesce($4, role), status = coalesce($5, status),
      stores = $7, updated_at = now(), updated_by = $6
    where tenant_id = $1 and id = $2 returning *),
  ended as (
    update operator_sessions s set revoked_at = clock_timestamp() from done
    where s.tenant_id = $1 and s.operator_id = done.id and done.status = 'BLOCKED' and s.revoked_at is null),
  audited as (${auditInsert('done', 8)})
  select ${columns} from done`,
};

/** Changes an operator with the audit row; blocked ones lose their sessions. `stores` are those from now on. */
export async function changeOperator(
  sql: Sql,
  actor: Actor,
  id: string,
  change: OperatorChange,
  stores: readonly string[] | null,
): Promise<Operator | undefined> {
  const { name, role, status } = change;
  const facts = {
    fields: Object.keys(change),
    ...(role && { role }),
    ...(status && { status }),
    ...(change.stores !== undefined && { stores: stores ?? 'all' }),
  };
  const audit = auditValues(actor, { action: 'operator.changed', target, facts });
  const values = [actor.tenant, id, name ?? null, role ?? null, status ?? null, actor.name, stores, ...audit];
  const row = await sql.row<Row>(update, values);
  return row && toOperator(row);
}

const remove: Statement = {
  name: 'operators.remove',
  text: `with done as (delete from operators where tenant_id = $1 and id = $2 returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

/** Deletes an operator with passkeys and sessions; false when absent. */
export async function removeOperator(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const audit = auditValues(actor, { action: 'operator.deleted', target });
  return (await sql.row(remove, [actor.tenant, id, ...audit])) !== undefined;
}
