import type { User } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { type UserKey, userProblems } from './user.ts';
import { findUser } from './users.sql.ts';

/** Reads a user by our id or by external id. Throws `store.not-found`, `user.not-found`. */
export async function getUser(sql: Sql, actor: Actor, storeName: string, key: UserKey): Promise<User> {
  return (await findUser(sql, actor.tenant, storeName, key)) ?? absent(sql, actor, storeName);
}

/** Says what is missing: the store, or only the user. */
export async function absent(sql: Sql, actor: Actor, storeName: string): Promise<never> {
  await findStore(sql, actor.tenant, storeName);
  throw userProblems.create('user.not-found');
}
