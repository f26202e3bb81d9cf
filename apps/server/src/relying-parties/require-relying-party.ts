import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { findRelyingParty } from './relying-parties.sql.ts';
import { type RelyingParty, relyingPartyProblems } from './relying-party.ts';

/** Where a relying party stands in paths. */
export type RelyingPartyAddress = { readonly storeName: string; readonly rpId: string };

/** The relying party at this address. Throws `store.not-found`, `relying-party.not-found`. */
export async function requireRelyingParty(
  sql: Sql,
  tenant: string,
  { storeName, rpId }: RelyingPartyAddress,
): Promise<RelyingParty & { readonly storeId: string }> {
  const { id: storeId } = await findStore(sql, tenant, storeName);
  const relyingParty = await findRelyingParty(sql, tenant, storeId, rpId);
  if (!relyingParty) throw relyingPartyProblems.create('relying-party.not-found');
  return { ...relyingParty, storeId };
}
