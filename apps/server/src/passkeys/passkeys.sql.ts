import type { PageRequest } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { PasskeyStatus, StoredPasskey } from './passkey.ts';
import { passkeyColumns } from './passkey-columns.sql.ts';
import type { UserReference } from './registration-session.ts';

const find: Statement = {
  name: 'passkey.find',
  text: `select ${passkeyColumns('c')} from credentials c where c.tenant_id = $1 and c.id = $2`,
};

const ofUser: Statement = {
  name: 'passkey.find-of-user',
  text: `select ${passkeyColumns('c')} from credentials c where c.tenant_id = $1 and c.user_id = $2 and c.id = $3`,
};

const count: Statement = {
  name: 'passkey.count',
  text: 'select count(*) as total from credentials where tenant_id = $1 and user_id = $2',
};

const list = byOrder(
  'passkey.list',
  { createdDtm: 'c.created_at', name: 'c.name' },
  { fallback: 'createdDtm,asc', last: 'c.id' },
  (order) => `
  select ${passkeyColumns('c')} from credentials c where c.tenant_id = $1 and c.user_id = $2
   order by ${order} limit $3 offset $4`,
);

const update: Statement = {
  name: 'passkey.update',
  text: `
with changed as (
  update credentials c
     set name = coalesce($4, c.name), status = coalesce($5, c.status), updated_at = clock_timestamp()
   where c.tenant_id = $1 and c.user_id = $2 and c.id = $3
  returning ${passkeyColumns('c')}
), audited as (${auditInsert('changed', 6)})
select * from changed`,
};

const remove: Statement = {
  name: 'passkey.delete',
  text: `
with removed as (
  delete from credentials where tenant_id = $1 and user_id = $2 and id = $3 returning id
), audited as (${auditInsert('removed', 4)})
select id from removed`,
};

const owner = (by: 'id' | 'external_id'): Statement => ({
  name: `passkey.owner-by-${by}`,
  text: `
select u.id as "userId" from stores s left join users u on u.tenant_id = $1 and u.store_id = s.id and u.${by} = $3
 where s.tenant_id = $1 and s.name = $2`,
});
const ownerById = owner('id');
const ownerByExternalId = owner('external_id');

/** A passkey of the tenant, or `undefined`. */
export const findPasskey = (sql: Sql, tenant: string, id: string): Promise<StoredPasskey | undefined> =>
  sql.row<StoredPasskey>(find, [tenant, id]);

/** A passkey of one user, or `undefined`. */
export const findPasskeyOfUser = (sql: Sql, tenant: string, userId: string, id: string) =>
  sql.row<StoredPasskey>(ofUser, [tenant, userId, id]);

/** Who a passkey's address names: `undefined` without the store, `userId` null without the user. */
export const findOwner = (sql: Sql, tenant: string, storeName: string, user: UserReference) =>
  'id' in user
    ? sql.row<{ readonly userId: string | null }>(ownerById, [tenant, storeName, user.id])
    : sql.row<{ readonly userId: string | null }>(ownerByExternalId, [tenant, storeName, user.externalId]);

/** One page of a user's passkeys, oldest first unless told, and how many there are. */
export async function listPasskeysOfUser(
  sql: Sql,
  tenant: string,
  userId: string,
  { page = 0, size = 10, sort }: PageRequest,
): Promise<{ readonly passkeys: readonly StoredPasskey[]; readonly total: number }> {
  const counted = await sql.row<{ readonly total: number }>(count, [tenant, userId]);
  const passkeys = await sql.rows<StoredPasskey>(list(sort), [tenant, userId, size, page * size]);
  return { passkeys, total: counted?.total ?? 0 };
}

export type PasskeyChange = { readonly name?: string; readonly status?: PasskeyStatus };

/** Changes a passkey and says so in the audit; `undefined` when there is none. */
export const changePasskey = (sql: Sql, actor: Actor, userId: string, id: string, change: PasskeyChange) =>
  sql.row<StoredPasskey>(update, [
    actor.tenant,
    userId,
    id,
    change.name,
    change.status,
    ...auditValues(actor, {
      action: 'passkey.changed',
      target: { kind: 'passkey' },
      facts: { userId, ...(change.status && { status: change.status }) },
    }),
  ]);

/** Deletes a passkey and says so in the audit; false when there is none. */
export async function deletePasskeyOfUser(
  sql: Sql,
  actor: Actor,
  userId: string,
  id: string,
): Promise<boolean> {
  const fact = { action: 'passkey.deleted', target: { kind: 'passkey' }, facts: { userId } };
  return (await sql.row(remove, [actor.tenant, userId, id, ...auditValues(actor, fact)])) !== undefined;
}
