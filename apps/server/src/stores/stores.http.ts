import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { createStore } from './create-store.ts';
import { deleteStore } from './delete-store.ts';
import { findStore } from './find-store.ts';
import { listStorePage } from './stores.sql.ts';
import { updateStore } from './update-store.ts';

const target = { kind: 'store' } as const;

/** The routes of identity stores. */
export function storesHttp({ sql, newId }: { readonly sql: Sql; readonly newId: NewId }): readonly Bound[] {
  const create = createStore({ newId });
  return [
    bind(contract.createStore, ({ actor, body }) =>
      audited(sql, actor, { action: 'store.created', target }, () => create(sql, actor, body)),
    ),
    bind(contract.listStores, ({ actor, query }) => listStorePage(sql, actor, query)),
    bind(contract.getStore, ({ actor, params }) => findStore(sql, actor.tenant, params.storeName)),
    bind(contract.updateStore, ({ actor, params, body }) =>
      audited(sql, actor, { action: 'store.changed', target }, () =>
        updateStore(sql, actor, params.storeName, body),
      ),
    ),
    bind(contract.deleteStore, async ({ actor, params }) => {
      await audited(sql, actor, { action: 'store.deleted', target }, () =>
        deleteStore(sql, actor, params.storeName),
      );
      return undefined;
    }),
  ];
}
