import type { Database, Statement } from '../../apps/server/src/db/sql.ts';

/** What the database says of some instances: how many there are, passed, hold a passkey, and were decided once. */
export type Verdict = {
  readonly instances: number;
  readonly passed: number;
  readonly passkeys: number;
  readonly decisions: number;
};

const verdict: Statement = {
  name: 'test.verdict',
  text: `select count(*) as instances,
    count(*) filter (where decision = 'PASS') as passed,
    (select count(*) from registration_sessions s join credentials c
       on c.tenant_id = s.tenant_id and c.id = s.credential_row where s.instance_id = any($1)) as passkeys,
    (select count(*) from audit where action = 'process-instance.ended' and instance_id = any($1)) as decisions
  from process_instances where id = any($1)`,
};

/** Judges instances by what is stored of them. */
export async function judge(database: Database, ids: readonly string[]): Promise<Verdict> {
  return (await database.row<Verdict>(verdict, [ids])) as Verdict;
}

const events: Statement = {
  name: 'test.events',
  text: `select count(*) as count from instance_history where instance_id = any($1) and event ->> 'kind' = $2`,
};

/** How often an event happened to some instances, by their histories. */
export async function countOf(database: Database, kind: string, ids: readonly string[]): Promise<number> {
  return (await database.row<{ count: number }>(events, [ids, kind]))?.count ?? 0;
}
