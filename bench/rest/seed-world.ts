import { newId } from '@latchkey/kernel';
import { createApiKey } from '../../apps/server/src/access/create-api-key.ts';
import { openAccess } from '../../apps/server/src/access/open-access.ts';
import { systemActor } from '../../apps/server/src/access/system-actor.ts';
import { migrate } from '../../apps/server/src/db/migrate.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Sql } from '../../apps/server/src/db/sql.ts';
import { createRegistrationPolicy } from '../../apps/server/src/relying-parties/create-registration-policy.ts';
import { createRelyingParty } from '../../apps/server/src/relying-parties/create-relying-party.ts';
import { createStore } from '../../apps/server/src/stores/create-store.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import { publicOrigin } from './server-task.ts';

const forUser = 'IdentityStore:createPasskeyRegistrationForUser';

const addUsers = {
  name: 'bench.add-users',
  text: `insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
         select 'bench', $1, id, id, 'ACTIVE', 'bench', 'bench' from unnest($2::text[]) as id`,
};
/** What 20,000 earlier registrations left, so that PostgreSQL plans for a store in use. */
const addHistory = {
  name: 'bench.add-history',
  text: `
with earlier as (
  insert into users (tenant_id, store_id, id, external_id, status, created_by, updated_by)
  select 'bench', $1, 'EARLIER' || n, 'EARLIER' || n, 'ACTIVE', 'bench', 'bench' from generate_series(1, 20000) n
  returning id
), handles as (
  insert into user_handles (tenant_id, relying_party_id, user_id, handle)
  select 'bench', $2, id, sha256(id::bytea) from earlier
), sessions as (
  insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge,
    expectations, user_name, user_display_name, actor, status, expires_at)
  select 'bench', id, $1, $2, $3, id, sha512(id::bytea), '{}', id, id, 'bench', 'COMPLETED', now() from earlier
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id)
  select 'bench', id, 'client', 'bench', 'passkey-registration.completed', 'SUCCESS', 'user', id from earlier
)
insert into credentials (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key, algorithm,
  sign_count, user_verified, backup_eligible, backed_up, aaguid, aaguid_verified, attestation_format,
  attestation_type, attestation_object, client_data_json, rp_id, origin, name, created_by)
select 'bench', id, $1, $2, id, sha256(id::bytea), sha512(id::bytea), -7, 0, true, false, false,
  '00000000-0000-0000-0000-000000000000', false, 'none', 'none', sha512(id::bytea), sha512(id::bytea), 'localhost',
  'http://localhost:3000', 'Passkey', 'bench'
  from earlier`,
};
const settle = { name: 'bench.settle', text: 'analyze' };

/** Makes a database with one store, relying party and policy, many users, and an access token for them. */
export async function seedWorld(server: string, secretKey: string, users: number) {
  const connectionString = await freshDatabase(server);
  const sql = openDatabase(connectionString, { poolSize: 2 });
  try {
    const tenant = 'bench';
    await addTenant(sql, { id: tenant, name: 'Bench' });
    const actor = { ...systemActor(tenant), permissions: new Set([`TNT#${tenant}#${forUser}`]) };
    const store = await createStore({ newId })(sql, actor, { name: 'people' });
    const party = {
      storeName: 'people',
      relyingPartyId: 'localhost',
      name: 'passkeyConfig',
      restrictedOrigins: [],
    };
    const { id: relyingParty } = await createRelyingParty({ newId })(sql, actor, party);
    const address = { storeName: 'people', rpId: 'localhost' };
    const policy = await createRegistrationPolicy({ newId })(sql, actor, address, { name: 'policy1' });
    const userIds = Array.from({ length: users }, newId);
    await sql.change(addUsers, [store.id, userIds]);
    await sql.change(addHistory, [store.id, relyingParty, policy.id]);
    await sql.change(settle);
    const token = await tokenFor(sql, secretKey);
    return { connectionString, tenant, storeId: store.id, relyingParty, policy: policy.id, userIds, token };
  } finally {
    await sql.close();
  }
}

async function tokenFor(sql: Sql, secretKey: string): Promise<string> {
  const now = Date.now;
  const actor = { ...systemActor('bench'), permissions: new Set([`TNT#bench#${forUser}`]) };
  const key = await createApiKey({ newId, now })(sql, actor, { name: 'bench', permissions: [forUser] });
  const access = openAccess({
    sql,
    newId,
    now,
    secretKey: Buffer.from(secretKey, 'base64url'),
    publicUrl: () => publicOrigin,
  });
  const client = {
    tenant: 'bench',
    id: key.id,
    clientId: key.clientId,
    name: key.name,
    permissions: key.permissions,
  };
  return await access.tokens.issue(client);
}

async function freshDatabase(server: string): Promise<string> {
  const url = new URL(server);
  const name = `bench_${newId().toLowerCase()}`;
  const sql = openDatabase(server, { poolSize: 1, namedStatements: false });
  await sql.change({ name: 'bench.create-database', text: `create database ${name}` });
  await sql.close();
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}
