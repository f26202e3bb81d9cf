import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '../apps/server/src/db/sql.ts';

/** Our ids of what the demo holds. */
export type BenchIds = {
  readonly storeId: string;
  readonly relyingParty: string;
  readonly policy: string;
};

/** The id of the n-th measured user, 26 characters as all are. */
export const userIdOf = (n: number): string => `BENCH${String(n).padStart(21, '0')}`;

const findIds = {
  name: 'bench.find-ids',
  text: `select s.id as "storeId", r.id as "relyingParty", p.id as policy
           from stores s
           join relying_parties r on r.tenant_id = s.tenant_id and r.store_id = s.id
           join registration_policies p on p.tenant_id = r.tenant_id and p.relying_party_id = r.id
          where s.tenant_id = 'demo'`,
};
const addUsers = {
  name: 'bench.add-users',
  text: `insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
         select 'demo', $1, 'BENCH' || lpad(n::text, 21, '0'), 'bench-' || n, 'ACTIVE', 'bench', 'bench'
           from generate_series(1, $2::integer) n`,
};
/** What 20,000 earlier registrations left, so that PostgreSQL plans for a store in use. */
const addHistory = {
  name: 'bench.add-history',
  text: `
with earlier as (
  insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
  select 'demo', $1, 'EARLIER' || n, 'EARLIER' || n, 'ACTIVE', 'bench', 'bench' from generate_series(1, 20000) n
  returning id
), handles as (
  insert into user_handles (tenant_id, relying_party_id, user_id, handle)
  select 'demo', $2, id, sha256(id::bytea) from earlier
), sessions as (
  insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge_hash,
    expectations, user_name, user_display_name, actor, status, expires_at)
  select 'demo', id, $1, $2, $3, id, sha256(id::bytea), '{}', id, id, 'bench', 'COMPLETED', now() from earlier
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id)
  select 'demo', id, 'client', 'bench', 'passkey-registration.completed', 'SUCCESS', 'user', id from earlier
)
insert into credentials (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key, algorithm,
  sign_count, user_verified, backup_eligible, backed_up, aaguid, aaguid_verified, attestation_format,
  attestation_type, evidence, mac, rp_id, origin, name, created_by)
select 'demo', id, $1, $2, id, sha256(id::bytea), sha512(id::bytea), -7, 0, true, false, false,
  '00000000-0000-0000-0000-000000000000', false, 'none', 'none', sha512(id::bytea), sha256(id::bytea), 'localhost',
  'http://localhost:3000', 'Passkey', 'bench'
  from earlier`,
};
const unlinked = {
  name: 'bench.unlinked',
  text: `select 1 as one from audit a where a.target_id like 'EARLIER%'
    and not exists (select from audit_links l where l.tenant_id = a.tenant_id and l.record_id = a.id) limit 1`,
};
const settle = { name: 'bench.settle', text: 'vacuum analyze' };

/** Fills the demo's store with earlier registrations and with so many users who have none, `userIdOf(1)` and on. */
export async function seedUsers(sql: Sql, count: number): Promise<BenchIds> {
  const ids = await sql.row<BenchIds>(findIds);
  if (!ids) throw new Error('the server has no demo');
  await sql.change(addUsers, [ids.storeId, count]);
  await sql.change(addHistory, [ids.storeId, ids.relyingParty, ids.policy]);
  // A server in use has linked its audit long ago.
  while ((await sql.row(unlinked)) !== undefined) await sleep(200);
  await sql.change(settle);
  return ids;
}
