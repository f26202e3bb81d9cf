import * as contract from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import { type Bound, bind } from '../http/bind.ts';
import { sessionHashOf } from './current-session.ts';
import { listInvitationPage } from './invitations.sql.ts';
import { inviteOperator, withdrawInvitation } from './manage-invitations.ts';
import { deleteOperator, updateOperator } from './manage-operators.ts';
import { endSession, listSessions } from './manage-sessions.ts';
import type { OperatorAuthentication } from './operator-authentication.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import { listOperatorPage } from './operators.sql.ts';

type Needs = OperatorNeeds & Pick<OperatorAuthentication, 'forget'>;

/** The routes of operators, invitations and sessions. */
export function operatorsHttp({ sql, newId, now, publicUrl, forget }: Needs): readonly Bound[] {
  const invite = inviteOperator({ newId, now, publicUrl });
  const recorded = <Result>(
    actor: Actor,
    action: string,
    kind: string,
    id: string,
    work: () => Promise<Result>,
  ) => audited(sql, actor, { action, target: { kind, id } }, work);
  return [
    bind(contract.listInvitations, ({ actor, query }) => listInvitationPage(sql, actor.tenant, query)),
    bind(contract.createInvitation, ({ actor, body }) => {
      const target = { kind: 'operator-invitation' };
      return audited(sql, actor, { action: 'operator-invitation.created', target }, () =>
        invite(sql, actor, body),
      );
    }),
    bind(contract.deleteInvitation, async ({ actor, params: { invitationId: id } }) => {
      await recorded(actor, 'operator-invitation.deleted', 'operator-invitation', id, () =>
        withdrawInvitation(sql, actor, id),
      );
      return undefined;
    }),
    bind(contract.listOperators, ({ actor, query }) => listOperatorPage(sql, actor.tenant, query)),
    bind(contract.updateOperator, ({ actor, params: { operatorId: id }, body }) =>
      recorded(actor, 'operator.changed', 'operator', id, () =>
        updateOperator({ sql, now }, actor, id, body),
      ),
    ),
    bind(contract.deleteOperator, async ({ actor, params: { operatorId: id } }) => {
      await recorded(actor, 'operator.deleted', 'operator', id, () => deleteOperator(sql, actor, id));
      return undefined;
    }),
    bind(contract.listOperatorSessions, ({ actor, query, headers }) =>
      listSessions(sql, actor, sessionHashOf(headers, publicUrl()), query),
    ),
    bind(contract.revokeOperatorSession, async ({ actor, params: { operatorSessionId: id } }) => {
      const hash = await recorded(actor, 'operator-session.revoked', 'operator-session', id, () =>
        endSession(sql, actor, id),
      );
      forget(hash);
      return undefined;
    }),
  ];
}
