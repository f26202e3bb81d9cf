import * as contract from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { deletePasskey, getPasskey, listPasskeys, type Owner, updatePasskey } from './manage-passkeys.ts';
import { shownPasskey } from './shown-passkey.ts';

/** The routes of a user's passkeys, by our id and by the organisation's. */
export function passkeysHttp({ sql }: { readonly sql: Sql }): readonly Bound[] {
  const list = async (actor: Actor, owner: Owner, query: contract.PageRequest) => {
    const page = await listPasskeys(sql, actor, owner, query);
    return { ...page, content: page.content.map(shownPasskey) };
  };
  return [
    bind(contract.listPasskeys, ({ actor, params, query }) => list(actor, byId(params), query)),
    bind(contract.listPasskeysByExtId, ({ actor, params, query }) => list(actor, byExtId(params), query)),
    bind(contract.getPasskey, async ({ actor, params }) =>
      shownPasskey(await getPasskey(sql, actor, byId(params), params.id)),
    ),
    bind(contract.getPasskeyByExtId, async ({ actor, params }) =>
      shownPasskey(await getPasskey(sql, actor, byExtId(params), params.id)),
    ),
    bind(contract.updatePasskey, async ({ actor, params, body }) =>
      shownPasskey(await updatePasskey(sql, actor, byId(params), params.id, body)),
    ),
    bind(contract.updatePasskeyByExtId, async ({ actor, params, body }) =>
      shownPasskey(await updatePasskey(sql, actor, byExtId(params), params.id, body)),
    ),
    bind(contract.deletePasskey, async ({ actor, params }) => {
      await deletePasskey(sql, actor, byId(params), params.id);
      return undefined;
    }),
    bind(contract.deletePasskeyByExtId, async ({ actor, params }) => {
      await deletePasskey(sql, actor, byExtId(params), params.id);
      return undefined;
    }),
  ];
}

const byId = ({ storeName, userId }: { storeName: string; userId: string }): Owner => ({
  storeName,
  user: { id: userId },
});

const byExtId = ({ storeName, userExtId }: { storeName: string; userExtId: string }): Owner => ({
  storeName,
  user: { externalId: userExtId },
});
