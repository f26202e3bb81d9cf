import type { NewStore, Store } from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { checkedStore, storeProblems } from './store.ts';
import { insertStore } from './stores.sql.ts';

/** Creates an identity store. Throws `store.invalid`, `store.name-not-unique`, `tenant.limit-reached`. */
export function createStore({ newId }: { readonly newId: NewId }) {
  const requireRoom = tenantRoom('stores');
  return async (sql: Sql, actor: Actor, input: NewStore): Promise<Store> => {
    const checked = checkedStore(input);
    await requireRoom(sql, actor.tenant);
    const store = await insertStore(sql, actor, newId(), checked);
    if (!store) throw storeProblems.create('store.name-not-unique');
    return store;
  };
}
export type CreateStore = ReturnType<typeof createStore>;
