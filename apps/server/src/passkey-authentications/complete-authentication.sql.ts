import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { idOf } from '../passkeys/registration-audit.ts';
import { sessionKeyOf } from '../passkeys/session-key.ts';
import {
  type AuthenticationEnd,
  type AuthenticationEndFindings,
  maySignIn,
} from './authentication-session.ts';

/**
 * Ends a pending session: judges it against the present world, writes what the passkey's record is updated with, the
 * proof for its instance, the session's end and the audit row, in one durable statement. Session and passkey are locked
 * before expiry and counter are read, so that neither is what it was before a wait: of two answers one counts, and of
 * two authenticators with one counter one.
 */
const complete: Statement = {
  name: 'authentication-session.complete',
  text: `
with locked as materialized (
  select s.id, s.store_id, s.relying_party_id, s.user_id, s.instance_id, s.expires_at
    from authentication_sessions s
   where s.tenant_id = $1 and s.id = $2 and s.status = 'PENDING' and s.instance_id is not distinct from $3
     and s.challenge_hash = $4
     for no key update
), held as materialized (
  select c.id, c.user_id, c.sign_count, c.status, c.public_key
    from locked l join credentials c on c.tenant_id = $1 and c.relying_party_id = l.relying_party_id and c.id = $5
     for no key update of c
), timed as materialized (
  select l.*, clock_timestamp() as moment from locked l left join held on true
), judged as materialized (
  select t.id, t.instance_id, t.moment, c.user_id, u.external_id, case
           when t.expires_at <= t.moment then 'passkey.authentication-expired'
           when c.id is null or c.status <> 'ACTIVE' or c.public_key <> $6 or u.id is null
             or t.user_id <> c.user_id then 'passkey.not-known'
           when u.status <> all ($7::text[]) then 'passkey.sign-in-not-allowed'
           when $8 <> all (r.related_origins || case when cardinality(r.origins) > 0 then r.origins else $9::text[] end)
             then 'passkey.authentication-withdrawn'
           when not (($10::bigint = 0 and c.sign_count = 0) or $10 > c.sign_count)
             then 'passkey.counter-not-increased'
         end as objection
    from timed t
    join stores st on st.tenant_id = $1 and st.id = t.store_id and ($11::text is null or st.name = $11)
    join relying_parties r on r.tenant_id = $1 and r.id = t.relying_party_id
    left join held c on true
    left join users u on u.tenant_id = $1 and u.id = c.user_id and u.store_id = t.store_id
   where ($12::text is null or t.user_id = $12)
     and ($13::text is null or exists (
       select from users x where x.tenant_id = $1 and x.id = t.user_id and x.external_id = $13))
), used as (
  update credentials c set sign_count = $10, backed_up = $14, last_used_at = j.moment
    from judged j
   where c.tenant_id = $1 and c.id = $5 and j.objection is null
), proof as (
  insert into user_proofs as p (tenant_id, instance_id, user_id, kind, proven_at)
  select $1, j.instance_id, j.user_id, 'assertion', j.moment from judged j
   where j.objection is null and j.instance_id is not null and $15::boolean
  on conflict (tenant_id, instance_id, user_id, kind) do update set proven_at = excluded.proven_at
), ended as (
  update authentication_sessions s
     set status = case when j.objection is null then 'COMPLETED' else 'FAILED' end, failure = j.objection,
         ended_at = j.moment, answer_hash = $16, user_id = coalesce(s.user_id, j.user_id),
         credential_row = case when j.objection is null then $5 end
    from judged j
   where s.tenant_id = $1 and s.id = j.id
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, code, target_kind, target_id, instance_id, facts)
  select $1, $17, $18, $19, 'passkey-authentication.completed',
         case when j.objection is null then 'SUCCESS' else 'FAILURE' end, j.objection, 'user', j.user_id, j.instance_id,
         $20::jsonb || jsonb_strip_nulls(jsonb_build_object('sessionHash', j.id, 'passkeyId', $5::text,
           'userVerified', $15::boolean,
           'step', case j.objection when 'passkey.counter-not-increased' then 'WebAuthn L3 7.2 step 22' end))
    from judged j
)
select j.objection as refusal from judged j`,
};

/** Ends a pending session with a sign-in, or with the reason against it. */
export async function completeAuthentication(
  sql: Sql,
  actor: Actor,
  { address, verified, ...end }: AuthenticationEnd,
): Promise<AuthenticationEndFindings> {
  const user = address.user ?? {};
  const row = await sql.row<{ readonly refusal: string | null }>(complete, [
    actor.tenant,
    sessionKeyOf(address.sessionId),
    address.instanceId ?? null,
    end.challengeHash,
    end.passkeyId,
    end.publicKey,
    maySignIn,
    verified.origin,
    end.ownOrigins,
    verified.signCount,
    address.storeName ?? null,
    'id' in user ? user.id : null,
    'externalId' in user ? user.externalId : null,
    verified.backedUp,
    verified.userVerified,
    end.answerHash,
    end.auditId,
    actor.kind,
    actor.name,
    JSON.stringify(idOf(actor)),
  ]);
  return row ? { isPending: true, refusal: row.refusal } : { isPending: false, refusal: null };
}
