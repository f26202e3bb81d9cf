import * as contract from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { clientResponseOf } from '../passkeys/client-response.ts';
import type { UserReference } from '../passkeys/registration-session.ts';
import { shownPasskey } from '../passkeys/shown-passkey.ts';
import type { JudgePasskeyAuthentication } from './judge-passkey-authentication.ts';
import type { StartPasskeyAuthentication } from './start-passkey-authentication.ts';

type Needs = {
  readonly sql: Database;
  readonly startPasskeyAuthentication: StartPasskeyAuthentication;
  readonly judgePasskeyAuthentication: JudgePasskeyAuthentication;
};

/** The routes by which a back end signs users in. */
export function passkeyAuthenticationsHttp(needs: Needs): readonly Bound[] {
  const start = starting(needs);
  const complete = completing(needs);
  return [
    bind(contract.startPasskeyAuthentication, ({ actor, params: { userId, ...at }, body }) =>
      start(actor, { ...at, user: { id: userId } }, body),
    ),
    bind(contract.startPasskeyAuthenticationByExtId, ({ actor, params: { userExtId, ...at }, body }) =>
      start(actor, { ...at, user: { externalId: userExtId } }, body),
    ),
    bind(contract.startPasskeyAuthenticationOfAnybody, ({ actor, params, body }) =>
      start(actor, params, body),
    ),
    bind(contract.completePasskeyAuthentication, ({ actor, params, body }) => complete(actor, params, body)),
  ];
}

type StartAddress = { readonly storeName: string; readonly rpId: string; readonly user?: UserReference };

function starting({ sql, startPasskeyAuthentication: start }: Needs) {
  return async (actor: Actor, { rpId, ...at }: StartAddress, body: contract.AuthenticationStart) => {
    const { userVerification = 'required' } = body;
    const target = { kind: 'user', ...(at.user && 'id' in at.user && { id: at.user.id }) };
    const fact = { action: 'passkey-authentication.started', target, facts: { relyingPartyId: rpId } };
    const { sessionId, clientRequest } = await audited(sql, actor, fact, () =>
      start(sql, actor, { ...at, relyingPartyId: rpId, userVerification }),
    );
    return { sessionId, clientRequest } as contract.StartedAuthentication;
  };
}

type SessionAddress = { readonly storeName: string; readonly sessionId: string };

/** On the pool, so that a refusal keeps the session that it burnt. */
function completing({ sql, judgePasskeyAuthentication: judge }: Needs) {
  return async (actor: Actor, address: SessionAddress, body: contract.AuthenticationEnd) => {
    const verdict = await judge(sql, actor, { ...address, clientResponse: clientResponseOf(body) });
    if (verdict.kind === 'refused') throw verdict.problem;
    const { sessionId, passkey, user, isUserVerified } = verdict.authentication;
    return { sessionId, passkey: shownPasskey(passkey), user, userVerified: isUserVerified };
  };
}
