import * as contract from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Database } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import type { Limits } from '../limits/limits.ts';
import { clientResponseOf } from './client-response.ts';
import type {
  CompletedPasskeyRegistration,
  CompletePasskeyRegistration,
} from './complete-passkey-registration.ts';
import { registrationAlarm } from './registration-alarm.ts';
import { startedBy } from './registration-audit.ts';
import type { UserReference } from './registration-session.ts';
import { shownPasskey } from './shown-passkey.ts';
import type { StartPasskeyRegistration } from './start-passkey-registration.ts';

export type RegistrationHttpNeeds = {
  readonly sql: Database;
  readonly now: Clock;
  readonly takeoverAlarm: number;
  readonly limits: Pick<Limits, 'ofTarget'>;
  readonly startPasskeyRegistration: StartPasskeyRegistration;
  readonly completePasskeyRegistration: CompletePasskeyRegistration;
};

/** The routes that start and complete passkey registrations, on every path of the guide. */
export function passkeyRegistrationsHttp(needs: RegistrationHttpNeeds): readonly Bound[] {
  const complete = completing(needs);
  const startOrComplete = starting(needs);
  return [
    bind(contract.startPasskeyRegistration, ({ actor, params: { userId, ...at }, body }) =>
      startOrComplete(actor, { ...at, user: { id: userId } }, body),
    ),
    bind(contract.startPasskeyRegistrationByExtId, ({ actor, params: { userExtId, ...at }, body }) =>
      startOrComplete(actor, { ...at, user: { externalId: userExtId } }, body),
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

/** The guide names the start path for completing too: a body that names a session completes it. */
function starting(needs: RegistrationHttpNeeds) {
  const complete = completing(needs);
  const { sql, limits, startPasskeyRegistration: start } = needs;
  const soundAlarm = registrationAlarm(needs);
  return async (actor: Actor, at: StartAddress, body: contract.RegistrationStart) => {
    const { storeName, user, rpId: relyingPartyId, regPolicyName: registrationPolicy } = at;
    const { sessionId, clientResponse, ...input } = body;
    if (sessionId !== undefined) {
      return await complete(actor, { storeName, user, sessionId }, clientResponse ? { clientResponse } : {});
    }
    const target = { kind: 'user', ...('id' in user && { id: user.id }) };
    const fact = { action: startedBy(actor), target, facts: { relyingPartyId } };
    const started = await audited(sql, actor, fact, async () => {
      await limits.ofTarget(actor, `${storeName} ${'id' in user ? user.id : user.externalId}`);
      return start(sql, actor, { ...input, storeName, user, relyingPartyId, registrationPolicy });
    });
    await soundAlarm(actor);
    return started as contract.StartedRegistration;
  };
}

function completing({ sql, completePasskeyRegistration: complete }: RegistrationHttpNeeds) {
  return async (actor: Actor, address: SessionAddress, body: contract.RegistrationEnd) =>
    shown(await complete(sql, actor, { ...address, clientResponse: clientResponseOf(body) }));
}

type StartAddress = {
  readonly storeName: string;
  readonly user: UserReference;
  readonly rpId: string;
  readonly regPolicyName: string;
};
type SessionAddress = {
  readonly storeName: string;
  readonly sessionId: string;
  readonly user?: UserReference;
};

const shown = ({ sessionId, passkey, user }: CompletedPasskeyRegistration) => ({
  sessionId,
  passkey: shownPasskey(passkey),
  user,
});
