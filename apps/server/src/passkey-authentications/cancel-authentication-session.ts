import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { authenticationProblems } from './authentication-problems.ts';
import type { AuthenticationSessions } from './authentication-session.ts';

/**
 * Ends a pending sign-in because the prompt came to nothing, and says so in the audit; false when it had ended already.
 * Throws `passkey.authentication-not-found`.
 */
export function cancelAuthenticationSession(needs: {
  readonly sessions: Pick<AuthenticationSessions, 'find' | 'end'>;
  readonly newId: NewId;
}) {
  return async (
    sql: Sql,
    actor: Actor,
    { sessionId, instanceId }: { readonly sessionId: string; readonly instanceId: string },
    reason: string,
  ): Promise<boolean> => {
    const session = await needs.sessions.find(sql, { tenant: actor.tenant, sessionId, instanceId });
    if (!session) throw authenticationProblems.create('passkey.authentication-not-found');
    const auditId = needs.newId();
    return await needs.sessions.end(sql, actor, {
      sessionKey: session.key,
      auditId,
      status: 'CANCELLED',
      code: reason,
    });
  };
}

export type CancelAuthenticationSession = ReturnType<typeof cancelAuthenticationSession>;
