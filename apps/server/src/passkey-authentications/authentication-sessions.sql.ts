import type { Sql, Statement } from '../db/sql.ts';
import { endSessionOf } from '../passkeys/end-session.sql.ts';
import { findPasskey } from '../passkeys/passkeys.sql.ts';
import { sessionKeyOf } from '../passkeys/session-key.ts';
import type {
  AuthenticationAddress,
  AuthenticationSession,
  AuthenticationSessions,
} from './authentication-session.ts';
import { completeAuthentication } from './complete-authentication.sql.ts';
import { findKnownPasskey } from './known-passkey.sql.ts';
import { insertAuthentication } from './start-authentication.sql.ts';

const find: Statement = {
  name: 'authentication-session.find',
  text: `
select s.id as key, s.relying_party_id as "relyingPartyKey", s.status, s.failure, s.challenge_hash as "challengeHash",
       s.expectations as frozen, s.expires_at > clock_timestamp() as "isFresh", s.answer_hash as "answerHash",
       coalesce(s.ended_at > clock_timestamp() - interval '10 minutes', false) as "isRepeatable",
       s.credential_row as "passkeyId"
  from authentication_sessions s
  join stores st on st.tenant_id = s.tenant_id and st.id = s.store_id
  left join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
 where s.tenant_id = $1 and s.id = $2 and s.instance_id is not distinct from $3
   and ($4::text is null or st.name = $4)
   and ($5::text is null or u.id = $5)
   and ($6::text is null or u.external_id = $6)`,
};

const renew: Statement = {
  name: 'authentication-session.renew',
  text: `
update authentication_sessions
   set challenge_hash = $3, expires_at = clock_timestamp()
         + (expectations ->> 'timeoutMs')::integer * interval '1 millisecond' + interval '30 seconds'
 where tenant_id = $1 and id = $2 and status = 'PENDING'`,
};

async function findSession(sql: Sql, address: AuthenticationAddress) {
  const user = address.user ?? {};
  return await sql.row<AuthenticationSession>(find, [
    address.tenant,
    sessionKeyOf(address.sessionId),
    address.instanceId ?? null,
    address.storeName ?? null,
    'id' in user ? user.id : null,
    'externalId' in user ? user.externalId : null,
  ]);
}

const renewSession = async (sql: Sql, tenant: string, key: string, hash: Uint8Array): Promise<boolean> =>
  (await sql.change(renew, [tenant, key, hash])) > 0;

/** The authentication sessions in PostgreSQL. */
export const authenticationSessions: AuthenticationSessions = Object.freeze({
  start: insertAuthentication,
  find: findSession,
  renew: renewSession,
  complete: completeAuthentication,
  known: findKnownPasskey,
  passkey: findPasskey,
  end: endSessionOf('authentication'),
});
