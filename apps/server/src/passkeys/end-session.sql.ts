import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { FailedEnd } from './registration-session.ts';

/**
 * Ends pending sessions of one kind of ceremony, `registration` or `authentication`, without success, with the audit
 * row in the same statement; answers whether it was this call that ended it.
 */
export function endSessionOf(ceremony: 'registration' | 'authentication') {
  const end: Statement = {
    name: `${ceremony}-session.end`,
    text: `
with ended as (
  update ${ceremony}_sessions
     set status = $3, failure = $4, ended_at = clock_timestamp()
   where tenant_id = $1 and id = $2 and status = 'PENDING'
  returning user_id, instance_id
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, code, target_kind, target_id, instance_id, facts)
  select $1, $5, $6, $7, $8, 'FAILURE', $4, 'user', user_id, instance_id, $9 from ended
)
select 1 as done from ended`,
  };
  const actions = {
    FAILED: `passkey-${ceremony}.completed`,
    CANCELLED: `passkey-${ceremony}.cancelled`,
  } as const;
  return async (sql: Sql, actor: Actor, ending: FailedEnd): Promise<boolean> => {
    const row = await sql.row(end, [
      actor.tenant,
      ending.sessionKey,
      ending.status,
      ending.code,
      ending.auditId,
      actor.kind,
      actor.name,
      actions[ending.status],
      { sessionHash: ending.sessionKey, ...ending.facts },
    ]);
    return row !== undefined;
  };
}
