import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { authenticationProblems } from './authentication-problems.ts';
import type { AuthenticationSessions } from './authentication-session.ts';
import {
  newChallenge,
  type StartAuthenticationNeeds,
  type StartAuthenticationResult,
  type StartPasskeyAuthentication,
  startedOf,
} from './start-passkey-authentication.ts';

/**
 * The options for the next prompt of a sign-in that an instance started: another challenge and the whole time again,
 * since the last challenge is kept nowhere. One that is over gets a successor like it. Throws
 * `passkey.authentication-not-found`, and the problems of a start.
 */
export function promptPasskeyAuthentication({
  sessions,
  randomBytes,
  start,
}: {
  readonly sessions: Pick<AuthenticationSessions, 'find' | 'renew'>;
  readonly randomBytes: StartAuthenticationNeeds['randomBytes'];
  readonly start: StartPasskeyAuthentication;
}) {
  return async (
    sql: Sql,
    actor: Actor,
    { sessionId, instanceId }: { readonly sessionId: string; readonly instanceId: string },
  ): Promise<StartAuthenticationResult> => {
    const session = await sessions.find(sql, { tenant: actor.tenant, sessionId, instanceId });
    if (!session) throw authenticationProblems.create('passkey.authentication-not-found');
    const { frozen } = session;
    const { challenge, challengeHash } = newChallenge({ randomBytes });
    const isRenewed =
      session.status === 'PENDING' && (await sessions.renew(sql, actor.tenant, session.key, challengeHash));
    if (isRenewed) return startedOf(sessionId, frozen, challenge);
    return await start(sql, actor, {
      storeName: frozen.storeName,
      relyingPartyId: frozen.relyingParty.rpId,
      userVerification: frozen.userVerification,
      instanceId,
      ...(frozen.user && { user: { id: frozen.user.id } }),
    });
  };
}

export type PromptPasskeyAuthentication = ReturnType<typeof promptPasskeyAuthentication>;
