import type { OperatorSession, Page, PageRequest } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { listSessionPage } from './list-sessions.sql.ts';
import { operatorProblems } from './operator.ts';
import { mayManageOperators } from './roles.ts';
import { revokeSession } from './sessions.sql.ts';

/** One page of live sessions: one's own, or everybody's by permission. */
export const listSessions = (
  sql: Sql,
  actor: Actor,
  currentHash: Uint8Array | undefined,
  request: PageRequest,
): Promise<Page<OperatorSession>> =>
  listSessionPage(sql, { tenant: actor.tenant, operatorId: whose(actor), currentHash }, request);

/** Ends a session: one's own, or anybody's by permission; answers its hash. Throws `operator.session-not-found`. */
export async function endSession(sql: Sql, actor: Actor, id: string): Promise<Uint8Array> {
  const session = { id, operatorId: whose(actor) };
  const hash = await revokeSession(sql, actor, session, 'operator-session.revoked');
  if (!hash) throw operatorProblems.create('operator.session-not-found');
  return hash;
}

const whose = (actor: Actor): string | undefined => (mayManageOperators(actor) ? undefined : actor.id);
