import type { Page, PageRequest, User } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { checkedFields } from './user.ts';
import { listUserPage, type UserFilter } from './users.sql.ts';

/** One page of a store's users. Throws `store.not-found`, `user.invalid` for an unknown status. */
export async function listUsers(
  sql: Sql,
  actor: Actor,
  storeName: string,
  request: UserFilter & PageRequest,
): Promise<Page<User>> {
  const { status } = checkedFields({ ...(request.status !== undefined && { status: request.status }) });
  const store = await findStore(sql, actor.tenant, storeName);
  return listUserPage(sql, actor.tenant, store.name, { ...request, ...(status && { status }) });
}
