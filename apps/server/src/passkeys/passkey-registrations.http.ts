import * as contract from '@latchkey/contract';
import { passkeyProblems } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import type {
  CompletedPasskeyRegistration,
  CompletePasskeyRegistration,
} from './complete-passkey-registration.ts';
import type { UserReference } from './registration-session.ts';
import { shownPasskey } from './shown-passkey.ts';
import type { StartPasskeyRegistration } from './start-passkey-registration.ts';

export type RegistrationHttpNeeds = {
  readonly sql: Sql;
  readonly startPasskeyRegistration: StartPasskeyRegistration;
  readonly completePasskeyRegistration: CompletePasskeyRegistration;
};

/** The routes that start and complete passkey registrations, on every path of the guide. */
export function passkeyRegistrationsHttp(needs: RegistrationHttpNeeds): readonly Bound[] {
  const complete = async (actor: Actor, address: SessionAddress, body: contract.RegistrationEnd) =>
    shown(
      await needs.completePasskeyRegistration(needs.sql, actor, {
        ...address,
        clientResponse: responseOf(body),
      }),
    );
  const startOrComplete = async (actor: Actor, user: UserReference, params: StartParams, body: StartBody) => {
    const { storeName, rpId, regPolicyName } = params;
    const { sessionId, clientResponse, ...input } = body;
    if (sessionId !== undefined) return await complete(actor, { storeName, user, sessionId }, { ...clientResponse && {clientResponse} });
    return await needs.startPasskeyRegistration(needs.sql, actor, {
      ...input,
      storeName,
      user,
      relyingPartyId: rpId,
      registrationPolicy: regPolicyName,
    });
  };
  return [
    bind(contract.startPasskeyRegistration, ({ actor, params, body }) =>
      startOrComplete(actor, { id: params.userId }, params, body),
    ),
    bind(contract.startPasskeyRegistrationByExtId, ({ actor, params, body }) =>
      startOrComplete(actor, { externalId: params.userExtId }, params, body),
    ),
    bind(contract.completePasskeyRegistration, ({ actor, params: { userId, ...at }, body }) =>
      complete(actor, { ...at, user: { id: userId } }, body),
    ),
    bind(contract.completePasskeyRegistrationByExtId, ({ actor, params: { userExtId, ...at }, body }) =>
      complete(actor, { ...at, user: { externalId: userExtId } }, body),
    ),
    bind(contract.completePasskeyRegistrationInStore, ({ actor, params, body }) =>
      complete(actor, params, body),
    ),
  ];
}

type StartParams = { readonly storeName: string; readonly rpId: string; readonly regPolicyName: string };
type StartBody = contract.RegistrationStart;
type SessionAddress = {
  readonly storeName: string;
  readonly sessionId: string;
  readonly user?: UserReference;
};

/**
 * The response itself or inside `clientResponse`. A request without one says nothing about the ceremony, so it is
 * refused before it can burn the session.
 */
function responseOf({ clientResponse, ...raw }: contract.RegistrationEnd): unknown {
  const response = clientResponse ?? raw;
  if (Object.keys(response).length > 0) return response;
  throw passkeyProblems.create('passkey.response-malformed', {
    detail: "The body must carry the browser's response as clientResponse.",
    errors: [{ pointer: '/clientResponse', detail: 'is missing' }],
  });
}

const shown = ({ sessionId, passkey, user }: CompletedPasskeyRegistration) => ({
  sessionId,
  passkey: shownPasskey(passkey),
  user,
});
