import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { idOf } from '../passkeys/registration-audit.ts';
import { sessionKeyOf } from '../passkeys/session-key.ts';
import {
  type AuthenticationDraft,
  type AuthenticationFindings,
  maySignIn,
} from './authentication-session.ts';

/**
 * Reads the world, freezes it and writes session and audit row, all or nothing, in one durable statement. A user who is
 * asked for has a passkey here that may answer; with an empty list, any passkey of anybody would.
 */
const start: Statement = {
  name: 'authentication-session.start',
  text: `
with facts as materialized (
  select s.id as store_id, r.id as party_id, u.id as user_id, u.status,
         jsonb_build_object(
           'storeName', s.name,
           'relyingParty', jsonb_build_object('rpId', r.rp_id, 'name', r.name, 'restrictedOrigins', r.origins,
             'relatedOrigins', r.related_origins),
           'publicOrigin', $6::text,
           'topOrigins', coalesce((select to_jsonb(e.origins) from embedding e
             where e.tenant_id = $1 and $7::text is not null), '[]'),
           'userVerification', $8::text, 'timeoutMs', $9::integer,
           'user', case when u.id is not null then jsonb_build_object('id', u.id, 'externalId', u.external_id) end,
           'allow', held.allow) as document,
         held.allow <> '[]' as has_passkey
    from (values (1)) as once
    left join stores s on s.tenant_id = $1 and s.name = $2
    left join users u on u.tenant_id = $1 and u.store_id = s.id and (u.id = $4 or u.external_id = $5)
    left join relying_parties r on r.tenant_id = $1 and r.store_id = s.id and r.rp_id = $3
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('id', encode(c.credential_id, 'hex'), 'transports', c.transports)
                                order by c.last_used_at desc nulls last, c.created_at desc), '[]') as allow
        from credentials c
       where c.tenant_id = $1 and c.user_id = u.id and c.relying_party_id = r.id and c.status = 'ACTIVE'
         and (c.user_verified or $8 <> 'required')) held on true
), swept as (
  -- Those of an instance go with it.
  delete from authentication_sessions
   where tenant_id = $1 and instance_id is null and $7::text is null and expires_at < clock_timestamp() - interval '1 day'
), session as (
  insert into authentication_sessions (tenant_id, id, store_id, relying_party_id, user_id, challenge_hash, expectations,
    actor, instance_id, expires_at)
  select $1, $10, f.store_id, f.party_id, f.user_id, $11, f.document, $12, $7,
         clock_timestamp() + $9 * interval '1 millisecond' + interval '30 seconds'
    from facts f
   where f.store_id is not null and f.party_id is not null
     and (($4::text is null and $5::text is null) or (f.has_passkey and f.status = any ($13::text[])))
  returning user_id, expectations
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id, instance_id, facts)
  select $1, $14, $15, $12, 'passkey-authentication.started', 'SUCCESS', 'user', user_id, $7,
         $16::jsonb || jsonb_build_object('sessionHash', $10::text, 'relyingPartyId', $3::text)
    from session
)
select f.store_id is not null as "hasStore", f.party_id is not null as "hasRelyingParty", f.user_id as "userId",
       f.status as "userStatus", s.expectations as frozen
  from facts f left join session s on true`,
};

/** Starts a session if everything allows it; answers what was found either way. */
export async function insertAuthentication(
  sql: Sql,
  actor: Actor,
  draft: AuthenticationDraft,
): Promise<AuthenticationFindings> {
  const user = draft.user ?? {};
  const findings = await sql.row<AuthenticationFindings>(start, [
    actor.tenant,
    draft.storeName,
    draft.relyingPartyId,
    'id' in user ? user.id : null,
    'externalId' in user ? user.externalId : null,
    draft.publicOrigin,
    draft.instanceId ?? null,
    draft.userVerification,
    draft.timeoutMs,
    sessionKeyOf(draft.sessionId),
    draft.challengeHash,
    actor.name,
    maySignIn,
    draft.auditId,
    actor.kind,
    JSON.stringify(idOf(actor)),
  ]);
  if (!findings) throw new Error('the start of a sign-in always answers one row');
  return findings;
}
