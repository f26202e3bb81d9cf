import type { Store } from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { storeProblems } from './store.ts';
import { selectStore } from './stores.sql.ts';

/** The identity store of that name in the tenant. Throws `store.not-found`, also for another tenant's. */
export async function findStore(sql: Sql, tenant: string, name: string): Promise<Store> {
  const store = await selectStore(sql, tenant, name);
  if (!store) throw storeProblems.create('store.not-found');
  return store;
}
