import type { Sql, Statement } from '../db/sql.ts';

/** A user of an identity store, by our id or by the organisation's. */
export type InvitedUser = {
  readonly storeName: string;
  readonly userId?: string;
  readonly userExternalId?: string;
};

const named = `from users u join stores s on s.tenant_id = u.tenant_id and s.id = u.store_id
    where u.tenant_id = $1 and s.name = $2 and (u.id = $3 or u.external_id = $4)`;

const find: Statement = {
  name: 'invited-user.find',
  text: `select u.id, s.id as "storeId" ${named}`,
};

const invite: Statement = {
  name: 'invited-user.invite',
  text: `insert into user_proofs (tenant_id, instance_id, user_id, kind) select $1, $5, u.id, 'invitation' ${named}`,
};

const valuesOf = (tenant: string, { storeName, userId, userExternalId }: InvitedUser) => [
  tenant,
  storeName,
  userId ?? null,
  userExternalId ?? null,
];

/** The ids of an invited user and of its store. */
export const findInvited = (sql: Sql, tenant: string, user: InvitedUser) =>
  sql.row<{ readonly id: string; readonly storeId: string }>(find, valuesOf(tenant, user));

/** Lets an instance know that its link was for that user alone; a user who is gone is nobody. */
export const inviteUser = (sql: Sql, tenant: string, instanceId: string, user: InvitedUser) =>
  sql.change(invite, [...valuesOf(tenant, user), instanceId]);
