import type { User, UserChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { violatedUnique } from '../db/database-problems.ts';
import type { Sql } from '../db/sql.ts';
import { changeUser } from './change-user.sql.ts';
import { absent } from './get-user.ts';
import { checkedFields, type UserKey, userProblems } from './user.ts';
import { findUser } from './users.sql.ts';

/** Which user, and what changes: what is absent stays, `null` clears. */
export type UpdateUserInput = {
  readonly storeName: string;
  readonly key: UserKey;
  readonly change: UserChange;
};

/**
 * Changes a user, on the database itself or inside a transaction. Throws `store.not-found`, `user.not-found`,
 * `user.invalid`, `user.external-id-not-unique` (which aborts a transaction only if two changes race).
 */
export async function updateUser(sql: Sql, actor: Actor, input: UpdateUserInput): Promise<User> {
  const { storeName, key } = input;
  const change = checkedFields(input.change);
  const changed = await changeUser(sql, actor, storeName, key, change).catch(conflict);
  if (changed) return changed;
  const existing = await findUser(sql, actor.tenant, storeName, key);
  if (!existing) return absent(sql, actor, storeName);
  throw userProblems.create('user.external-id-not-unique');
}

function conflict(error: unknown): never {
  if (violatedUnique(error) === undefined) throw error;
  throw userProblems.create('user.external-id-not-unique', { cause: error });
}
