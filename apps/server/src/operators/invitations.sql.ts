import { type Invitation, type OperatorRole, type Page, type PageRequest, pageOf } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

const columns = `i.id, i.name, i.email, i.role, i.stores, i.created_at as "createdDtm", i.created_by as "createdBy",
  i.expires_at as "expiresAt"`;
const open = 'i.consumed_at is null and i.expires_at > clock_timestamp()';
const noAdministrator = (rpId: string): string => `not exists (
  select from operators o join operator_credentials c on c.tenant_id = o.tenant_id and c.operator_id = o.id
  where o.tenant_id = i.tenant_id and o.role = 'administrator' and o.status = 'ACTIVE' and c.rp_id = ${rpId})`;
/** At the relying party `$2`. */
const usable = `${open} and (i.first_rp_id is null or (i.first_rp_id = $2 and ${noAdministrator('$2')}))`;

type Row = Omit<Invitation, 'createdDtm' | 'expiresAt' | 'email' | 'stores'> & {
  readonly email: string | null;
  readonly stores: readonly string[] | null;
  readonly createdDtm: Date;
  readonly expiresAt: Date;
};
const toInvitation = ({ createdDtm, expiresAt, ...row }: Row): Invitation =>
  withoutNulls({
    ...row,
    createdDtm: createdDtm.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }) as Invitation;

export type InvitationToInsert = {
  readonly id: string;
  readonly hash: Uint8Array;
  readonly role: OperatorRole;
  readonly stores: readonly string[] | null;
  readonly name: string;
  readonly email?: string;
  readonly lifetimeSeconds: number;
};

const insert: Statement = {
  name: 'operator-invitations.insert',
  text: `with i as (
    insert into operator_invitations (tenant_id, id, hash, role, name, email, created_by, expires_at, stores)
    values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8), $9) returning *),
  audited as (${auditInsert('i', 10)})
  select ${columns} from i`,
};

/** Adds an invitation with its audit row. */
export async function insertInvitation(
  sql: Sql,
  actor: Actor,
  { id, hash, role, stores, name, email, lifetimeSeconds }: InvitationToInsert,
): Promise<Invitation> {
  const audit = {
    action: 'operator-invitation.created',
    target: { kind: 'operator-invitation' },
    facts: { role, ...(stores && { stores }) },
  };
  const values = [actor.tenant, id, hash, role, name, email ?? null, actor.name, lifetimeSeconds, stores];
  return toInvitation((await sql.row<Row>(insert, [...values, ...auditValues(actor, audit)])) as Row);
}

export type FirstInvitation = Pick<InvitationToInsert, 'id' | 'hash' | 'lifetimeSeconds'> & {
  readonly rpId: string;
};

const replaceFirst: Statement = {
  name: 'operator-invitations.replace-first',
  text: `with done as (
    insert into operator_invitations as i (tenant_id, id, hash, role, name, created_by, expires_at, first_rp_id)
    select i.tenant_id, $2, $3, 'administrator', '', $4, clock_timestamp() + make_interval(secs => $5), $6
    from (values ($1::text)) as i (tenant_id) where ${noAdministrator('$6')}
    on conflict (tenant_id) where first_rp_id is not null and consumed_at is null
    do update set id = excluded.id, hash = excluded.hash, created_at = now(), expires_at = excluded.expires_at,
      first_rp_id = excluded.first_rp_id
    returning id),
  audited as (${auditInsert('done', 7)})
  select id from done`,
};

/**
 * Makes the set-up link's invitation anew, in place of an earlier one; false when the tenant has an administrator with
 * a passkey for this relying party.
 */
export async function replaceFirstInvitation(
  sql: Sql,
  actor: Actor,
  { id, hash, lifetimeSeconds, rpId }: FirstInvitation,
): Promise<boolean> {
  const audit = {
    action: 'operator-invitation.created',
    target: { kind: 'operator-invitation' },
    facts: { role: 'administrator', isFirst: true },
  };
  const values = [actor.tenant, id, hash, actor.name, lifetimeSeconds, rpId, ...auditValues(actor, audit)];
  return (await sql.row(replaceFirst, values)) !== undefined;
}

/** An invitation that can be used. */
export type UsableInvitation = {
  readonly tenant: string;
  readonly id: string;
  readonly role: OperatorRole;
  readonly stores: readonly string[] | null;
  readonly name: string;
  readonly email: string | null;
  readonly createdBy: string;
};
const usableColumns =
  'i.tenant_id as tenant, i.id, i.role, i.stores, i.name, i.email, i.created_by as "createdBy"';

const findUsable: Statement = {
  name: 'operator-invitations.find-usable',
  text: `select ${usableColumns} from operator_invitations i where i.hash = $1 and ${usable}`,
};

/** The invitation with this hash while it can be used at this relying party. */
export const findUsableInvitation = (
  sql: Sql,
  hash: Uint8Array,
  rpId: string,
): Promise<UsableInvitation | undefined> => sql.row(findUsable, [hash, rpId]);

const lock: Statement = {
  name: 'operator-invitations.lock',
  text: 'select from operator_invitations where hash = $1 for update',
};
const consume: Statement = {
  name: 'operator-invitations.consume',
  text: `update operator_invitations i set consumed_at = clock_timestamp() where i.hash = $1 and ${usable}
    returning ${usableColumns}`,
};

/** Consumes an invitation, once; `undefined` when it cannot be used. Locked first, so that its expiry is read after. */
export async function consumeInvitation(
  transaction: Sql,
  hash: Uint8Array,
  rpId: string,
): Promise<UsableInvitation | undefined> {
  await transaction.row(lock, [hash]);
  return transaction.row<UsableInvitation>(consume, [hash, rpId]);
}

const where = `where i.tenant_id = $1 and i.first_rp_id is null and ${open}`;
const count: Statement = {
  name: 'operator-invitations.count',
  text: `select count(*) as total from operator_invitations i ${where}`,
};
const list = byOrder(
  'operator-invitations.list',
  { createdDtm: 'i.created_at', name: 'lower(i.name)' },
  { fallback: 'createdDtm,desc', last: 'i.id' },
  (order) => `select ${columns} from operator_invitations i ${where} order by ${order} limit $2 offset $3`,
);

/** One page of the invitations that can be used, without the set-up link. */
export async function listInvitationPage(
  sql: Sql,
  tenant: string,
  request: PageRequest,
): Promise<Page<Invitation>> {
  const { page = 0, size = 10, sort } = request;
  const total = await sql.row<{ total: number }>(count, [tenant]);
  const rows = await sql.rows<Row>(list(sort), [tenant, size, page * size]);
  return pageOf(rows.map(toInvitation), total?.total ?? 0, request);
}

const remove: Statement = {
  name: 'operator-invitations.remove',
  text: `with done as (
    delete from operator_invitations where tenant_id = $1 and id = $2 and consumed_at is null returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

/** Withdraws an invitation that nobody used; false when there is none. */
export async function removeInvitation(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const audit = { action: 'operator-invitation.deleted', target: { kind: 'operator-invitation' } };
  return (await sql.row(remove, [actor.tenant, id, ...auditValues(actor, audit)])) !== undefined;
}
