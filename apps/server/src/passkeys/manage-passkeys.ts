import { type Page, type PageRequest, pageOf } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { JudgePasskeys } from './judge-passkeys.ts';
import { type Passkey, passkeyRecordProblems, type StoredPasskey } from './passkey.ts';
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

/** What reads passkeys: where they are, and how they are held against their HMAC. */
export type ReadNeeds = { readonly sql: Sql; readonly judgePasskeys: JudgePasskeys };

/** One page of a user's passkeys. Throws `store.not-found`, `user.not-found`. */
export async function listPasskeys(
  { sql, judgePasskeys }: ReadNeeds,
  { tenant }: Actor,
  { storeName, user }: Owner,
  page: PageRequest,
): Promise<Page<Passkey>> {
  const userId = await requireOwner(sql, tenant, storeName, user);
  const { passkeys, total } = await listPasskeysOfUser(sql, tenant, userId, page);
  return pageOf(await judgePasskeys(sql, passkeys), total, page);
}

/** A passkey of a user. Throws `store.not-found`, `user.not-found`, `passkey.not-found`, `passkey.tampered`. */
export async function getPasskey(
  needs: ReadNeeds,
  { tenant }: Actor,
  { storeName, user }: Owner,
  id: string,
): Promise<Passkey> {
  const userId = await requireOwner(needs.sql, tenant, storeName, user);
  const passkey = await found(needs, await findPasskeyOfUser(needs.sql, tenant, userId, id));
  if (!passkey.isIntact) throw passkeyRecordProblems.create('passkey.tampered');
  return passkey;
}

/**
 * Renames, blocks or unblocks a passkey, also one that is not as it was registered: it may be blocked, and its key is
 * not told. Throws `store.not-found`, `user.not-found`, `passkey.not-found`.
 */
export async function updatePasskey(
  needs: ReadNeeds,
  actor: Actor,
  { storeName, user }: Owner,
  id: string,
  change: PasskeyChange,
) {
  const userId = await requireOwner(needs.sql, actor.tenant, storeName, user);
  return found(needs, await changePasskey(needs.sql, actor, userId, id, change));
}

/** Deletes a passkey, whatever became of it. Throws `store.not-found`, `user.not-found`, `passkey.not-found`. */
export async function deletePasskey(sql: Sql, actor: Actor, { storeName, user }: Owner, id: string) {
  const userId = await requireOwner(sql, actor.tenant, storeName, user);
  if (await deletePasskeyOfUser(sql, actor, userId, id)) return;
  throw passkeyRecordProblems.create('passkey.not-found');
}

async function found({ sql, judgePasskeys }: ReadNeeds, stored: StoredPasskey | undefined): Promise<Passkey> {
  const [passkey] = await judgePasskeys(sql, stored ? [stored] : []);
  if (!passkey) throw passkeyRecordProblems.create('passkey.not-found');
  return passkey;
}
