import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { removeUser } from './change-user.sql.ts';
import { absent } from './get-user.ts';
import type { UserKey } from './user.ts';

/** Deletes a user and its passkeys. Throws `store.not-found`, `user.not-found`. */
export async function deleteUser(sql: Sql, actor: Actor, storeName: string, key: UserKey): Promise<void> {
  if (!(await removeUser(sql, actor, storeName, key))) await absent(sql, actor, storeName);
}
