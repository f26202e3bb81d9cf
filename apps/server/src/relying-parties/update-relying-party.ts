import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { updateRelyingPartyOf } from './relying-parties.sql.ts';
import {
  type RelyingParty,
  type RelyingPartyInput,
  relyingPartyProblems,
  requireValidRelyingParty,
} from './relying-party.ts';
import { type RelyingPartyAddress, requireRelyingParty } from './require-relying-party.ts';

/**
 * Changes name or origins of a relying party; what is absent stays. Throws `store.not-found`,
 * `relying-party.not-found` and `relying-party.invalid`.
 */
export async function updateRelyingParty(
  sql: Sql,
  actor: Actor,
  { storeName, rpId, ...change }: RelyingPartyAddress & Partial<Omit<RelyingPartyInput, 'relyingPartyId'>>,
): Promise<RelyingParty> {
  const current = await requireRelyingParty(sql, actor.tenant, { storeName, rpId });
  const next = { ...current, ...change };
  requireValidRelyingParty(next);
  const changed = await updateRelyingPartyOf(sql, actor, current.storeId, next);
  if (!changed) throw relyingPartyProblems.create('relying-party.not-found');
  return changed;
}
