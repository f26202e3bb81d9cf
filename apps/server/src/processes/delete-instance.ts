import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { instanceProblems } from './process-instance.ts';
import { eraseInstance, findShownInstance } from './read-instances.sql.ts';

/**
 * Erases an ended instance: history, session data, what was left to do. The audit keeps what happened. Throws
 * `process-instance.not-found` and `process-instance.running`.
 */
export async function deleteInstance(sql: Sql, actor: Actor, id: string): Promise<void> {
  if (await eraseInstance(sql, actor, id)) return;
  const isThere = (await findShownInstance(sql, actor.tenant, id, 0)) !== undefined;
  throw instanceProblems.create(isThere ? 'process-instance.running' : 'process-instance.not-found');
}
