import { type Page, type PageRequest, pageOf, type User } from '@latchkey/contract';
import { likePattern } from '../db/like-pattern.ts';
import { byOrder } from '../db/order.ts';
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

const filtered = `${from}
  and ($3::text is null or lower(u.last_name) like $3 or lower(u.first_name) like $3
       or lower(concat_ws(' ', u.first_name, u.last_name)) like $3)
  and ($4::text is null or lower(u.email) like $4)
  and ($5::text is null or u.external_id like $5)
  and ($6::text is null or ${userStatus} = $6)`;

const count: Statement = { name: 'users.count', text: `select count(*) as total ${filtered}` };

const fields = {
  createdDtm: 'u.created_at',
  lastUpdatedDtm: 'u.updated_at',
  externalId: 'u.external_id',
  email: 'lower(u.email)',
  firstName: 'lower(u.first_name)',
  lastName: 'lower(u.last_name)',
  status: 'u.status',
};
const list = byOrder(
  'users.list',
  fields,
  { fallback: 'createdDtm,asc', last: 'u.id' },
  (order) => `select ${userColumns} ${filtered} order by ${order} limit $7 offset $8`,
);

/** One page of a store's users. */
export async function listUserPage(
  sql: Sql,
  tenant: string,
  storeName: string,
  { page = 0, size = 10, sort, ...filter }: UserFilter & PageRequest,
): Promise<Page<User>> {
  const values = [
    tenant,
    storeName,
    likePattern(filter.name?.toLowerCase()),
    likePattern(filter.email?.toLowerCase()),
    likePattern(filter.externalId),
    filter.status ?? null,
  ];
  const total = await sql.row<{ total: number }>(count, values);
  const rows = await sql.rows<UserRow>(list(sort), [...values, size, page * size]);
  return pageOf(rows.map(toUser), total?.total ?? 0, { page, size, ...(sort && { sort }) });
}
