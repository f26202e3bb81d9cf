import type { User, UserChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { UserKey } from './user.ts';
import { toUser, type UserRow, userColumns } from './user-columns.ts';

/** Column and type of each field; a field that the change does not name keeps its value. */
const columns: Readonly<
  Record<Exclude<keyof UserChange, 'nationalities' | 'attributes'>, readonly [string, string]>
> = {
  externalId: ['external_id', 'text'],
  status: ['status', 'text'],
  email: ['email', 'text'],
  firstName: ['first_name', 'text'],
  lastName: ['last_name', 'text'],
  dateOfBirth: ['date_of_birth', 'date'],
  localeLanguage: ['locale_language', 'text'],
  localeCountry: ['locale_country', 'text'],
  localeVariant: ['locale_variant', 'text'],
  timeZone: ['time_zone', 'text'],
  type: ['type', 'text'],
};

const assignments = Object.entries(columns).map(
  ([field, [column, type]]) =>
    `${column} = case when $4::jsonb ? '${field}' then ($4::jsonb ->> '${field}')::${type} else u.${column} end`,
);

const changing = (key: string): string => `with u as (
  update users u set ${assignments.join(', ')},
    nationalities = case when $4::jsonb ? 'nationalities'
      then array(select jsonb_array_elements_text($4::jsonb -> 'nationalities')) else u.nationalities end,
    attributes = coalesce($4::jsonb -> 'attributes', u.attributes),
    -- A new status begins with a clean count.
    lock_count = case when $4::jsonb ? 'status' then 0 else u.lock_count end,
    locked_until = case when $4::jsonb ? 'status' then null else u.locked_until end,
    updated_at = now(), updated_by = $5
  from stores st
  where u.tenant_id = $1 and st.tenant_id = u.tenant_id and st.id = u.store_id and st.name = $2 and u.${key} = $3
    and not exists (select from users o where o.tenant_id = u.tenant_id and o.store_id = u.store_id
                    and o.external_id = $4::jsonb ->> 'externalId' and o.id <> u.id)
  returning u.*),
  s as (select $2::text as name),
  audited as (${auditInsert('u', 6)})
  select ${userColumns} from u, s`;

const byId: Statement = { name: 'users.change-by-id', text: changing('id') };
const byExternalId: Statement = { name: 'users.change-by-external-id', text: changing('external_id') };

/** Changes a user and writes the audit row in one statement; `undefined` when absent, or the external id is taken. */
export async function changeUser(
  sql: Sql,
  actor: Actor,
  storeName: string,
  key: UserKey,
  change: UserChange,
): Promise<User | undefined> {
  const [statement, id] = 'userId' in key ? [byId, key.userId] : [byExternalId, key.externalId];
  const action = Object.keys(change).join() === 'status' ? 'user.status-changed' : 'user.changed';
  const facts = { fields: Object.keys(change), ...(change.status && { status: change.status }) };
  const audit = auditValues(actor, { action, target: { kind: 'user' }, facts });
  const row = await sql.row<UserRow>(statement, [
    actor.tenant,
    storeName,
    id,
    JSON.stringify(change),
    actor.name,
    ...audit,
  ]);
  return row && toUser(row);
}

const removal = (key: string): string => `with u as (
  delete from users u using stores s
  where u.tenant_id = $1 and s.tenant_id = u.tenant_id and s.id = u.store_id and s.name = $2 and u.${key} = $3
  returning u.id), audited as (${auditInsert('u', 4)})
  select id from u`;
const removeById: Statement = { name: 'users.remove-by-id', text: removal('id') };
const removeByExternalId: Statement = { name: 'users.remove-by-external-id', text: removal('external_id') };

/** Deletes a user with its passkeys and sessions; `false` when absent. */
export async function removeUser(sql: Sql, actor: Actor, storeName: string, key: UserKey): Promise<boolean> {
  const [statement, id] = 'userId' in key ? [removeById, key.userId] : [removeByExternalId, key.externalId];
  const audit = auditValues(actor, { action: 'user.deleted', target: { kind: 'user' } });
  const row = await sql.row(statement, [actor.tenant, storeName, id, ...audit]);
  return row !== undefined;
}
