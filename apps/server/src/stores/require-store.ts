import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { storeProblems } from './store.ts';
import { selectStore } from './stores.sql.ts';

/** The id of the store of that name, if it is one of `ids`. Throws `store.not-found` for every other name alike. */
export const requireStore =
  (sql: Sql) =>
  async (tenant: string, name: string, ids: ReadonlySet<string>): Promise<string> => {
    const store = await inTenant(tenant, () => selectStore(sql, tenant, name));
    if (store === undefined || !ids.has(store.id)) throw storeProblems.create('store.not-found');
    return store.id;
  };
