import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { registrationProblems } from './registration-problems.ts';
import type { RegistrationSessions } from './registration-session.ts';

/**
 * Ends a pending session because the person cancelled, and says so in the audit; false when it had ended already.
 * `instanceId` is the instance that started it. Throws `passkey.session-not-found`.
 */
export function cancelRegistrationSession(needs: {
  readonly sessions: Pick<RegistrationSessions, 'find' | 'end'>;
  readonly newId: NewId;
}) {
  return async (
    sql: Sql,
    actor: Actor,
    { sessionId, instanceId }: { readonly sessionId: string; readonly instanceId?: string },
    reason = 'passkey.cancelled',
  ): Promise<boolean> => {
    const address = { tenant: actor.tenant, sessionId, ...(instanceId !== undefined && { instanceId }) };
    const session = await needs.sessions.find(sql, address);
    if (!session) throw registrationProblems.create('passkey.session-not-found');
    const auditId = needs.newId();
    return await needs.sessions.end(sql, actor, {
      sessionKey: session.key,
      auditId,
      status: 'CANCELLED',
      code: reason,
    });
  };
}

export type CancelRegistrationSession = ReturnType<typeof cancelRegistrationSession>;
