import type { ClientRequest } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { PasskeyNames } from './frozen-registration.ts';
import { registrationFacts } from './registration-facts.ts';
import { registrationProblems } from './registration-problems.ts';
import type { RegistrationSessions } from './registration-session.ts';
import { requirePending } from './require-pending.ts';

type NamedSession = {
  readonly sessionId: string;
  /** base64url, as its start answered it. */
  readonly challenge: string;
  readonly instanceId?: string;
};

/**
 * Stores the names that a person typed with a pending session and answers the options for the browser with them.
 * The session knows its challenge by the hash alone: whoever started it gives it again. `instanceId` is the instance that started the session. Throws `passkey.session-not-found`, `passkey.session-used`,
 * `passkey.session-expired`.
 */
export function nameRegistration({
  sessions,
}: {
  readonly sessions: Pick<RegistrationSessions, 'find' | 'name'>;
}) {
  return async (
    sql: Sql,
    actor: Actor,
    { sessionId, challenge, instanceId }: NamedSession,
    typed: Partial<PasskeyNames>,
  ): Promise<ClientRequest> => {
    const address = { tenant: actor.tenant, sessionId, ...(instanceId !== undefined && { instanceId }) };
    const session = requirePending(await sessions.find(sql, address));
    const names = {
      userName: typed.userName || session.userName,
      userDisplayName: typed.userDisplayName || session.userDisplayName,
    };
    const isNamed = await sessions.name(sql, actor.tenant, session.key, names);
    if (!isNamed) throw registrationProblems.create('passkey.session-used');
    return registrationFacts(session.frozen, Buffer.from(challenge, 'base64url'), names).clientRequest;
  };
}

export type NameRegistration = ReturnType<typeof nameRegistration>;
