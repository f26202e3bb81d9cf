import { isId } from '@latchkey/kernel';
import type { Sql, Statement } from '../db/sql.ts';
import { findPolicyById } from '../relying-parties/registration-policies.sql.ts';
import { completeSession } from './complete-registration.sql.ts';
import { endSessionOf } from './end-session.sql.ts';
import type { PasskeyNames } from './frozen-registration.ts';
import { findPasskey } from './passkeys.sql.ts';
import type { RegistrationSession, RegistrationSessions, SessionAddress } from './registration-session.ts';
import { sessionKeyOf } from './session-key.ts';
import { insertSession } from './start-registration.sql.ts';

const find: Statement = {
  name: 'registration-session.find',
  text: `
select s.id as key, st.name as "storeName", s.store_id as "storeId", s.relying_party_id as "partyId",
       s.user_id as "userId", s.status, s.failure,
       coalesce(s.challenge_hash, sha256(s.challenge)) as "challengeHash",
       s.expectations as frozen, s.user_name as "userName", s.user_display_name as "userDisplayName",
       s.instance_id as "instanceId", s.expires_at > clock_timestamp() as "isFresh", s.answer_hash as "answerHash",
       coalesce(s.ended_at > clock_timestamp() - interval '10 minutes', false) as "isRepeatable",
       s.credential_row as "passkeyId"
  from registration_sessions s
  join stores st on st.tenant_id = s.tenant_id and st.id = s.store_id
  join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
 where s.tenant_id = $1 and s.id = any ($2) and s.instance_id is not distinct from $6
   and ($3::text is null or st.name = $3)
   and ($4::text is null or u.id = $4)
   and ($5::text is null or u.external_id = $5)`,
};

const name: Statement = {
  name: 'registration-session.name',
  text: `
update registration_sessions set user_name = $3, user_display_name = $4
 where tenant_id = $1 and id = $2 and status = 'PENDING'`,
};

const policyOf: Statement = {
  name: 'registration-session.policy',
  text: 'select policy_id as "policyId" from registration_sessions where tenant_id = $1 and id = $2',
};

async function findSession(sql: Sql, address: SessionAddress): Promise<RegistrationSession | undefined> {
  const user = address.user ?? {};
  return await sql.row<RegistrationSession>(find, [
    address.tenant,
    // One that a process of an earlier version started is stored by its id.
    [sessionKeyOf(address.sessionId), ...(isId(address.sessionId) ? [address.sessionId] : [])],
    address.storeName,
    'id' in user ? user.id : undefined,
    'externalId' in user ? user.externalId : undefined,
    address.instanceId,
  ]);
}

async function nameSession(sql: Sql, tenant: string, key: string, names: PasskeyNames): Promise<boolean> {
  return (await sql.change(name, [tenant, key, names.userName, names.userDisplayName])) > 0;
}

async function currentPolicy(sql: Sql, tenant: string, sessionKey: string) {
  const session = await sql.row<{ policyId: string }>(policyOf, [tenant, sessionKey]);
  return session && (await findPolicyById(sql, tenant, session.policyId));
}

/** The registration sessions in PostgreSQL. */
export const registrationSessions: RegistrationSessions = Object.freeze({
  start: insertSession,
  find: findSession,
  complete: completeSession,
  end: endSessionOf('registration'),
  name: nameSession,
  policy: currentPolicy,
  passkey: findPasskey,
});
