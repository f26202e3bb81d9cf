import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { deleteRelyingPartyOf } from './relying-parties.sql.ts';
import { relyingPartyProblems } from './relying-party.ts';
import type { RelyingPartyAddress } from './require-relying-party.ts';

/**
 * Deletes a relying party that has no passkeys, and with it its policies and started registrations. Throws
 * `store.not-found`, `relying-party.not-found` and `relying-party.in-use`.
 */
export async function deleteRelyingParty(
  sql: Sql,
  actor: Actor,
  { storeName, rpId }: RelyingPartyAddress,
): Promise<void> {
  const { id: storeId } = await findStore(sql, actor.tenant, storeName);
  const isDeleted = await deleteRelyingPartyOf(sql, actor, storeId, rpId).catch((cause) => {
    if ((cause as { readonly code?: unknown }).code !== foreignKeyViolation) throw cause;
    throw relyingPartyProblems.create('relying-party.in-use', { cause });
  });
  if (!isDeleted) throw relyingPartyProblems.create('relying-party.not-found');
}

// PostgreSQL's code when passkeys still refer to it.
const foreignKeyViolation = '23503';
