import type { Store, StoreChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { violatedUnique } from '../db/database-problems.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from './find-store.ts';
import { checkedStore, storeProblems } from './store.ts';
import { changeStore } from './stores.sql.ts';

/** Changes an identity store. Throws `store.not-found`, `store.invalid`, `store.name-not-unique`. */
export async function updateStore(sql: Sql, actor: Actor, name: string, change: StoreChange): Promise<Store> {
  const changed = await changeStore(sql, actor, name, checkedStore(change)).catch(conflict);
  if (changed) return changed;
  await findStore(sql, actor.tenant, name);
  throw storeProblems.create('store.name-not-unique');
}

function conflict(error: unknown): never {
  if (violatedUnique(error) === undefined) throw error;
  throw storeProblems.create('store.name-not-unique', { cause: error });
}
