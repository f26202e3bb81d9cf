import type { Database } from '../../../apps/server/src/db/sql.ts';

/** What must hold of everything that is stored, as queries for what breaks it. */
const broken: Readonly<Record<string, string>> = {
  'a session is completed with one passkey, and no other has any': `select s.id from registration_sessions s
    left join credentials c on c.tenant_id = s.tenant_id and c.id = s.credential_row
    where (s.status = 'COMPLETED') <> (c.id is not null) or (s.status = 'COMPLETED') <> (s.credential_row is not null)`,
  'a passkey comes of one session': `select c.id from credentials c
    left join registration_sessions s on s.tenant_id = c.tenant_id and s.credential_row = c.id
    group by c.tenant_id, c.id having count(s.id) <> 1`,
  'nothing is completed after its expiry': `select id from registration_sessions
    where status = 'COMPLETED' and ended_at > expires_at`,
  'a credential is kept once for each relying party': `select credential_id from credentials
    group by tenant_id, relying_party_id, credential_id having count(*) > 1`,
  'an instance made a passkey exactly if it passed, and one at most': `select i.id from process_instances i
    join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id and d.name <> 'A form alone'
    left join registration_sessions s on s.tenant_id = i.tenant_id and s.instance_id = i.id and s.status = 'COMPLETED'
    where i.status like 'COMPLETED%'
    group by i.tenant_id, i.id having count(s.id) <> (i.status = 'COMPLETED_ENDED_SUCCESS')::integer`,
  'the history of an instance has no gap and ends where it stands': `select i.id from process_instances i
    left join instance_history h on h.tenant_id = i.tenant_id and h.instance_id = i.id
    group by i.tenant_id, i.id having count(h.version) <> i.version or coalesce(max(h.version), 0) <> i.version`,
  'no task is answered twice': `select instance_id from instance_history
    where event ->> 'kind' in ('activity-completed', 'activity-failed')
    group by tenant_id, instance_id, event ->> 'token' having count(*) > 1`,
  'what has ended waits for nothing': `select i.id from process_instances i
    where i.status like 'COMPLETED_ENDED%' and (i.due_at is not null or i.ended_at is null
      or exists (select from outbox o where o.tenant_id = i.tenant_id and o.instance_id = i.id))`,
  'a link starts no more than it may': `select t.id from process_tokens t
    left join process_instances i on i.tenant_id = t.tenant_id and i.token_id = t.id
    where t.type = 'MULTI_USE_COUNT_LIMITED'
    group by t.tenant_id, t.id having t.counter > t.max_count or count(i.id) > t.max_count`,
  'one success is in the audit for each passkey': `select c.id from credentials c
    left join audit a on a.tenant_id = c.tenant_id and a.action = 'passkey-registration.completed'
      and a.outcome = 'SUCCESS' and a.facts ->> 'passkeyId' = c.id
    group by c.tenant_id, c.id having count(a.id) <> 1`,
};

/** The invariants that do not hold, each with how often it is broken. */
export async function brokenInvariants(database: Database): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [at, [name, text]] of Object.entries(broken).entries()) {
    const rows = await database.rows({ name: `races.invariant-${at}`, text });
    if (rows.length > 0) found.push(`${name}: ${rows.length} broken`);
  }
  return found;
}

/** How many invariants are looked at. */
export const invariantCount = Object.keys(broken).length;
