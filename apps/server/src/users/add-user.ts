import type { NewUser, User } from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { insertUser } from './add-user.sql.ts';
import { storeRoom } from './store-room.sql.ts';
import { checkedFields, userProblems } from './user.ts';

/** The store by name, and the new user's fields; with the process instance whose person it is, where one makes it. */
export type AddUserInput = NewUser & { readonly storeName: string; readonly instanceId?: string };

/**
 * Adds a user to an identity store, with the store's defaults for what is absent. Runs on the database itself or
 * inside a transaction; a conflict does not abort it. Throws `store.not-found`, `user.invalid`, `user.store-full`,
 * `user.external-id-not-unique`, `tenant.limit-reached`.
 */
export function addUser({ newId }: { readonly newId: NewId }) {
  const hasRoom = storeRoom();
  const requireRoom = tenantRoom('users');
  return async (sql: Sql, actor: Actor, { storeName, instanceId, ...input }: AddUserInput): Promise<User> => {
    const fields = checkedFields(input);
    const store = await findStore(sql, actor.tenant, storeName);
    if (!(await hasRoom(sql, actor.tenant, store))) throw userProblems.create('user.store-full');
    await requireRoom(sql, actor.tenant);
    const user = await insertUser(sql, actor, {
      status: store.defaultUserStatus,
      ...(store.defaultLocaleLanguage && { localeLanguage: store.defaultLocaleLanguage }),
      ...(store.defaultLocaleCountry && { localeCountry: store.defaultLocaleCountry }),
      ...(store.defaultLocaleVariant && { localeVariant: store.defaultLocaleVariant }),
      timeZone: store.defaultTimeZone,
      ...fields,
      ...(instanceId !== undefined && { instanceId }),
      externalId: fields.externalId ?? newId(),
      id: newId(),
      storeId: store.id,
      storeName: store.name,
    });
    if (!user) throw userProblems.create('user.external-id-not-unique');
    return user;
  };
}
export type AddUser = ReturnType<typeof addUser>;
