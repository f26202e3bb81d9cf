import type { Sql } from '../db/sql.ts';
import { storeProblems } from '../stores/store.ts';
import { userProblems } from '../users/user.ts';
import { findOwner } from './passkeys.sql.ts';
import type { UserReference } from './registration-session.ts';

/** Our id of the user whose passkeys an address names. Throws `store.not-found`, `user.not-found`. */
export async function requireOwner(
  sql: Sql,
  tenant: string,
  storeName: string,
  user: UserReference,
): Promise<string> {
  const owner = await findOwner(sql, tenant, storeName, user);
  if (!owner) throw storeProblems.create('store.not-found');
  if (owner.userId === null) throw userProblems.create('user.not-found');
  return owner.userId;
}
