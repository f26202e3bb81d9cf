import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { registrationProblems } from './registration-problems.ts';
import type { RegistrationSessions } from './registration-session.ts';
import type { StartPasskeyRegistration, StartResult } from './start-passkey-registration.ts';

/**
 * Starts a registration like one that was cancelled, failed or expired: same user, relying party, policy, names and
 * user handle, a fresh challenge. A session still pending is cancelled first, so that one ceremony stays open.
 * Throws `passkey.session-not-found`, `passkey.session-used` (it made a passkey), and the problems of a start.
 */
export function restartPasskeyRegistration(needs: {
  readonly sessions: Pick<RegistrationSessions, 'find' | 'end'>;
  readonly newId: NewId;
  readonly start: StartPasskeyRegistration;
}) {
  return async (
    sql: Sql,
    actor: Actor,
    { sessionId, instanceId }: { readonly sessionId: string; readonly instanceId?: string },
  ): Promise<StartResult> => {
    const inInstance = instanceId === undefined ? {} : { instanceId };
    const old = await needs.sessions.find(sql, { tenant: actor.tenant, sessionId, ...inInstance });
    if (!old) throw registrationProblems.create('passkey.session-not-found');
    if (old.status === 'COMPLETED') throw registrationProblems.create('passkey.session-used');
    const end = {
      sessionKey: old.key,
      auditId: needs.newId(),
      status: 'CANCELLED',
      code: 'passkey.restarted',
    } as const;
    if (old.status === 'PENDING') await needs.sessions.end(sql, actor, end);
    return await needs.start(sql, actor, {
      storeName: old.storeName,
      user: { id: old.userId },
      relyingPartyId: old.frozen.relyingParty.rpId,
      registrationPolicy: old.frozen.policy.name,
      userName: old.userName,
      userDisplayName: old.userDisplayName,
      ...inInstance,
    });
  };
}

export type RestartPasskeyRegistration = ReturnType<typeof restartPasskeyRegistration>;
