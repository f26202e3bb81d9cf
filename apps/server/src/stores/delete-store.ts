import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from './find-store.ts';
import { storeProblems } from './store.ts';
import { removeStore } from './stores.sql.ts';

/** Deletes an identity store that holds nothing. Throws `store.not-found`, `store.not-empty`. */
export async function deleteStore(sql: Sql, actor: Actor, name: string): Promise<void> {
  if (await removeStore(sql, actor, name).catch(stillUsed)) return;
  await findStore(sql, actor.tenant, name);
  throw storeProblems.create('store.not-empty');
}

/** A user that arrived meanwhile: foreign key violation, SQLSTATE 23503. */
function stillUsed(error: unknown): false {
  if ((error as { readonly code?: unknown }).code !== '23503') throw error;
  return false;
}
