import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import { type Bound, bind } from '../http/bind.ts';
import {
  addOperatorPasskey,
  deleteOperatorPasskey,
  listOperatorPasskeys,
  startOperatorPasskey,
} from './manage-operator-passkeys.ts';
import type { OperatorNeeds } from './operator-needs.ts';

const kind = 'operator-passkey';

/** The routes of operators' passkeys. */
export function operatorPasskeysHttp(needs: OperatorNeeds): readonly Bound[] {
  const { sql } = needs;
  const start = startOperatorPasskey(needs);
  const add = addOperatorPasskey(needs);
  return [
    bind(contract.listOperatorPasskeys, ({ actor, params, query }) =>
      listOperatorPasskeys(sql, actor, params.operatorId, query),
    ),
    bind(contract.startOperatorPasskey, async ({ actor }) => {
      const { ceremonyId, options } = await start(actor);
      return { ceremonyId, options: options as contract.CreationOptions };
    }),
    bind(contract.addOperatorPasskey, ({ actor, body }) =>
      audited(sql, actor, { action: 'operator-passkey.added', target: { kind } }, () => add(actor, body)),
    ),
    bind(contract.deleteOperatorPasskey, async ({ actor, params: { operatorId, passkeyId: id } }) => {
      await audited(sql, actor, { action: 'operator-passkey.deleted', target: { kind, id } }, () =>
        deleteOperatorPasskey(sql, actor, operatorId, id),
      );
      return undefined;
    }),
  ];
}
