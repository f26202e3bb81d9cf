import { type Page, type PageRequest, pageOf, type User } from '@latchkey/contract';
import { beginsLike } from '../db/begins-like.ts';
import { largeList } from '../db/large-list.ts';
import { likePattern } from '../db/like-pattern.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { UserKey } from './user.ts';
import { toUser, type UserRow, userColumns, userStatus } from './user-columns.ts';

const from = `from users u join stores s on s.tenant_id = u.tenant_id and s.id = u.store_id
  where u.tenant_id = $1 and s.name = $2`;

const byId: Statement = { name: 'users.by-id', text: `select ${userColumns} ${from} and u.id = $3` };
const byExternalId: Statement = {
  name: 'users.by-external-id',
  text: `select ${userColumns} ${from} and u.external_id = $3`,
};

/** The user of a store, or `undefined`. */
export async function findUser(
  sql: Sql,
  tenant: string,
  storeName: string,
  key: UserKey,
): Promise<User | undefined> {
  const [statement, id] = 'userId' in key ? [byId, key.userId] : [byExternalId, key.externalId];
  const row = await sql.row<UserRow>(statement, [tenant, storeName, id]);
  return row && toUser(row);
}

/** Which users; patterns take `%` for any text and ignore letter case. */
export type UserFilter = {
  readonly name?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly status?: string;
};

const pages = largeList<UserRow, keyof UserFilter>({
  name: 'users.list',
  from: `from users u
    where u.tenant_id = $1 and u.store_id = (select id from stores where tenant_id = $1 and name = $2)`,
  filters: {
    name: (place) =>
      `(${['last_name_key', 'first_name_key', 'whole_name_key'].map((key) => beginsLike(`u.${key}`, place)).join(' or ')})`,
    email: (place) => beginsLike('u.email_key', place),
    externalId: (place) => beginsLike('u.external_id_key', place),
    // Whoever was locked for a time is active once that is over, so both are looked at; the index narrows first.
    status: (place) =>
      `u.status in (${place}, case ${place} when 'ACTIVE' then 'TEMP_LOCKED' end) and ${userStatus} = ${place}`,
  },
  orders: {
    createdDtm: ['u.created_at'],
    lastUpdatedDtm: ['u.updated_at'],
    externalId: ['u.external_id_key'],
    email: ['u.email_key'],
    firstName: ['u.first_name_key'],
    lastName: ['u.last_name_key'],
    status: ['u.status', 'u.created_at'],
  },
  fallback: 'createdDtm,asc',
  id: 'u.id',
  rows: (chosen, order) => `select ${userColumns} from (${chosen}) as chosen
    join users u on u.tenant_id = $1 and u.id = chosen.id
    join stores s on s.tenant_id = u.tenant_id and s.id = u.store_id order by ${order}`,
});

/** One page of a store's users. */
export async function listUserPage(
  sql: Sql,
  tenant: string,
  storeName: string,
  { name, email, externalId, status, ...page }: UserFilter & PageRequest,
): Promise<Page<User>> {
  const wanted = {
    name: likePattern(name?.toLowerCase()),
    email: likePattern(email?.toLowerCase()),
    externalId: likePattern(externalId),
    status,
  };
  const { rows, total } = await pages(sql, [tenant, storeName], wanted, page);
  return pageOf(rows.map(toUser), total, page);
}
