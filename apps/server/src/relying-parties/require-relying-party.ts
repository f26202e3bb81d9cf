import type { Sql } from '../db/sql.ts';
import { storeProblems } from '../stores/store.ts';
import { findRelyingParty, findStoreId } from './relying-parties.sql.ts';
import { type RelyingParty, relyingPartyProblems } from './relying-party.ts';

/** Our id of the store with this name. Throws `store.not-found`. */
export async function requireStoreId(sql: Sql, tenant: string, storeName: string): Promise<string> {
  const storeId = await findStoreId(sql, tenant, storeName);
  if (storeId === undefined) throw storeProblems.create('store.not-found');
  return storeId;
}

/** Where a relying party stands in paths. */
export type RelyingPartyAddress = { readonly storeName: string; readonly rpId: string };

/** The relying party at this address. Throws `store.not-found`, `relying-party.not-found`. */
export async function requireRelyingParty(
  sql: Sql,
  tenant: string,
  { storeName, rpId }: RelyingPartyAddress,
): Promise<RelyingParty & { readonly storeId: string }> {
  const storeId = await requireStoreId(sql, tenant, storeName);
  const relyingParty = await findRelyingParty(sql, tenant, storeId, rpId);
  if (!relyingParty) throw relyingPartyProblems.create('relying-party.not-found');
  return { ...relyingParty, storeId };
}
