import { type Page, type PageRequest, pageOf } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { type Passkey, passkeyRecordProblems } from './passkey.ts';
import {
  changePasskey,
  deletePasskeyOfUser,
  findPasskeyOfUser,
  listPasskeysOfUser,
  type PasskeyChange,
} from './passkeys.sql.ts';
import type { UserReference } from './registration-session.ts';
import { requireOwner } from './require-owner.ts';

/** Whose passkeys are meant. */
export type Owner = { readonly storeName: string; readonly user: UserReference };

/** One page of a user's passkeys. Throws `store.not-found`, `user.not-found`. */
export async function listPasskeys(
  sql: Sql,
  { tenant }: Actor,
  { storeName, user }: Owner,
  page: PageRequest,
): Promise<Page<Passkey>> {
  const userId = await requireOwner(sql, tenant, storeName, user);
  const { passkeys, total } = await listPasskeysOfUser(sql, tenant, userId, page);
  return pageOf(passkeys, total, page);
}

/** A passkey of a user. Throws `store.not-found`, `user.not-found`, `passkey.not-found`. */
export async function getPasskey(sql: Sql, { tenant }: Actor, { storeName, user }: Owner, id: string) {
  const userId = await requireOwner(sql, tenant, storeName, user);
  return found(await findPasskeyOfUser(sql, tenant, userId, id));
}

/** Renames, blocks or unblocks a passkey. Throws as `getPasskey` does. */
export async function updatePasskey(
  sql: Sql,
  actor: Actor,
  { storeName, user }: Owner,
  id: string,
  change: PasskeyChange,
) {
  const userId = await requireOwner(sql, actor.tenant, storeName, user);
  return found(await changePasskey(sql, actor, userId, id, change));
}

/** Deletes a passkey. Throws as `getPasskey` does. */
export async function deletePasskey(sql: Sql, actor: Actor, { storeName, user }: Owner, id: string) {
  const userId = await requireOwner(sql, actor.tenant, storeName, user);
  if (await deletePasskeyOfUser(sql, actor, userId, id)) return;
  throw passkeyRecordProblems.create('passkey.not-found');
}

function found(passkey: Passkey | undefined): Passkey {
  if (!passkey) throw passkeyRecordProblems.create('passkey.not-found');
  return passkey;
}
