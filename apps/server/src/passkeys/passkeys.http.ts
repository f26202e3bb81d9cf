import * as contract from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import { type Bound, bind } from '../http/bind.ts';
import { type FoundPasskey, findPasskeysOf } from './find-passkeys.sql.ts';
import type { Judged } from './judge-passkeys.ts';
import {
  deletePasskey,
  getPasskey,
  listPasskeys,
  type Owner,
  type ReadNeeds,
  updatePasskey,
} from './manage-passkeys.ts';
import { shownPasskey } from './shown-passkey.ts';

/** The routes of a user's passkeys, by our id and by the organisation's. */
export function passkeysHttp(needs: ReadNeeds): readonly Bound[] {
  const { list, get, update, remove } = drivers(needs);
  const { sql, judgePasskeys } = needs;
  return [
    bind(contract.findPasskeys, async ({ actor, query }) => {
      const { passkeys, total } = await findPasskeysOf(sql, actor.tenant, query);
      return contract.pageOf((await judgePasskeys(sql, passkeys)).map(found), total, query);
    }),
    bind(contract.listPasskeys, ({ actor, params, query }) => list(actor, byId(params), query)),
    bind(contract.listPasskeysByExtId, ({ actor, params, query }) => list(actor, byExtId(params), query)),
    bind(contract.getPasskey, ({ actor, params }) => get(actor, byId(params), params.id)),
    bind(contract.getPasskeyByExtId, ({ actor, params }) => get(actor, byExtId(params), params.id)),
    bind(contract.updatePasskey, ({ actor, params, body }) => update(actor, byId(params), params.id, body)),
    bind(contract.updatePasskeyByExtId, ({ actor, params, body }) =>
      update(actor, byExtId(params), params.id, body),
    ),
    bind(contract.deletePasskey, ({ actor, params }) => remove(actor, byId(params), params.id)),
    bind(contract.deletePasskeyByExtId, ({ actor, params }) => remove(actor, byExtId(params), params.id)),
  ];
}

const found = (passkey: Judged<FoundPasskey>): contract.FoundPasskey => ({
  ...shownPasskey(passkey),
  storeName: passkey.storeName,
  userExternalId: passkey.userExternalId,
});

function drivers(needs: ReadNeeds) {
  const { sql } = needs;
  const recorded = <Result>(actor: Actor, action: string, id: string, work: () => Promise<Result>) =>
    audited(sql, actor, { action, target: { kind: 'passkey', id } }, work);
  return {
    list: async (actor: Actor, owner: Owner, query: contract.PageRequest) => {
      const page = await listPasskeys(needs, actor, owner, query);
      return { ...page, content: page.content.map(shownPasskey) };
    },
    get: async (actor: Actor, owner: Owner, id: string) =>
      shownPasskey(await getPasskey(needs, actor, owner, id)),
    update: async (actor: Actor, owner: Owner, id: string, change: contract.PasskeyChange) =>
      shownPasskey(
        await recorded(actor, 'passkey.changed', id, () => updatePasskey(needs, actor, owner, id, change)),
      ),
    remove: async (actor: Actor, owner: Owner, id: string): Promise<undefined> => {
      await recorded(actor, 'passkey.deleted', id, () => deletePasskey(sql, actor, owner, id));
    },
  };
}

const byId = ({ storeName, userId }: { storeName: string; userId: string }): Owner => ({
  storeName,
  user: { id: userId },
});

const byExtId = ({ storeName, userExtId }: { storeName: string; userExtId: string }): Owner => ({
  storeName,
  user: { externalId: userExtId },
});
