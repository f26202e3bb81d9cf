import type { NewUser, User } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { toUser, type UserRow, userColumns } from './user-columns.ts';

/** A user as it is stored first: nothing left to default. */
export type UserToInsert = NewUser & {
  /** The process instance that makes it. */
  readonly instanceId?: string;
  readonly id: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly externalId: string;
  readonly status: string;
};

const insert: Statement = {
  name: 'users.insert',
  text: `with s as (select $3::text as name), u as (
    insert into users (tenant_id, store_id, id, external_id, status, email, first_name, last_name, date_of_birth,
      locale_language, locale_country, locale_variant, nationalities, time_zone, type, attributes, created_by, updated_by)
    values ($1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)
    on conflict (tenant_id, store_id, external_id) do nothing
    returning *),
  proof as (
    insert into user_proofs (tenant_id, instance_id, user_id, kind)
    select tenant_id, $19, id, 'created' from u where $19::text is not null),
  audited as (${auditInsert('u', 20)})
  select ${userColumns} from u, s`,
};

/** Adds a user and its audit row in one statement; `undefined` when the external id is taken. */
export async function insertUser(sql: Sql, actor: Actor, user: UserToInsert): Promise<User | undefined> {
  const row = await sql.row<UserRow>(insert, [
    actor.tenant,
    user.storeId,
    user.storeName,
    user.id,
    user.externalId,
    user.status,
    user.email ?? null,
    user.firstName ?? null,
    user.lastName ?? null,
    user.dateOfBirth ?? null,
    user.localeLanguage ?? null,
    user.localeCountry ?? null,
    user.localeVariant ?? null,
    user.nationalities ?? [],
    user.timeZone ?? null,
    user.type ?? null,
    user.attributes ?? {},
    actor.name,
    user.instanceId ?? null,
    ...auditValues(actor, {
      action: 'user.created',
      target: { kind: 'user' },
      facts: { store: user.storeName },
    }),
  ]);
  return row && toUser(row);
}
