import type { IncomingHttpHeaders } from 'node:http';
import type { SignedIn } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { hashSecret } from '../access/secrets.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { operatorProblems } from './operator.ts';
import { operatorActor } from './operator-actor.ts';
import { permissionsOf } from './roles.ts';
import { readSessionCookie } from './session-cookie.ts';
import { findLiveSession, type LiveSession, revokeSession } from './sessions.sql.ts';

/** The hash of the session's secret in the cookie that was sent. */
export function sessionHashOf({ cookie }: IncomingHttpHeaders, publicUrl: string): Uint8Array | undefined {
  const secret = readSessionCookie(cookie, publicUrl);
  return secret === undefined ? undefined : hashSecret(secret);
}

/** Who is signed in, by the hash of their session. Throws `operator.session-needed`. */
export async function readSession(sql: Sql, hash: Uint8Array | undefined): Promise<SignedIn> {
  const session = hash && (await findLiveSession(sql, hash));
  if (!session) throw operatorProblems.create('operator.session-needed');
  return signedIn(session);
}

/** Ends the session that a browser had, if it is of the operator who has signed in there anew. */
export async function endEarlier(sql: Sql, earlier: Uint8Array | undefined, now: SignedIn): Promise<void> {
  const session = earlier && (await findLiveSession(sql, earlier));
  if (session?.id !== now.operator.id) return;
  const own = { id: session.sessionId, operatorId: session.id };
  await inTenant(session.tenant, () =>
    revokeSession(sql, operatorActor(session), own, 'operator.signed-out'),
  );
}

/** Ends the session of the operator who asks. Throws `operator.session-needed`. */
export async function signOut(sql: Sql, actor: Actor, hash: Uint8Array | undefined): Promise<void> {
  const session = actor.kind === 'operator' && hash ? await findLiveSession(sql, hash) : undefined;
  if (!session) throw operatorProblems.create('operator.session-needed');
  const own = { id: session.sessionId, operatorId: actor.id };
  await revokeSession(sql, actor, own, 'operator.signed-out');
}

const signedIn = ({
  tenant,
  id,
  name,
  email,
  role,
  stores,
  expiresAt,
  idleExpiresAt,
}: LiveSession): SignedIn => ({
  operator: { id, name, ...(email !== null && { email }), role },
  tenant,
  permissions: [...permissionsOf(tenant, role, stores)],
  expiresAt: expiresAt.toISOString(),
  idleExpiresAt: idleExpiresAt.toISOString(),
});
