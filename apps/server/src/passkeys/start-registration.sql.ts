import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { idOf, startedBy } from './registration-audit.ts';
import { mayRegister, type SessionDraft, type StartFindings } from './registration-session.ts';
import { sessionKeyOf } from './session-key.ts';

/** Nothing speaks against the registration. */
const allowed = `f.user_id is not null and f.policy_id is not null and f.status = any ($16::text[])
     and not f.is_unproven and not f.is_limit_reached and f.is_challenge_allowed and not f.is_challenge_short and not f.is_handle_conflict`;

/**
 * Reads the world, freezes it and writes session, user handle and audit row, all or nothing, in one durable statement.
 * Few columns and parts on purpose: PostgreSQL sets each of them up anew at every execution. Without the right facts it writes nothing and says which were missing.
 */
const start = (by: 'id' | 'external_id'): Statement => ({
  name: `registration-session.start-by-${by}`,
  text: `
with facts as materialized (
  select s.id as store_id, u.id as user_id, u.status, r.id as party_id, p.id as policy_id, p.timeout_ms,
         h.handle as kept, coalesce(
           held.number >= least(s.max_passkeys_per_user, (p.demands ->> 'maxPasskeys')::integer), false) as is_limit_reached,
         $15::text is not null and u.id is not null and coalesce((p.demands ->> 'requireUserProof')::boolean, true)
           and not exists (select from user_proofs x where x.tenant_id = $1 and x.instance_id = $15 and x.user_id = u.id
             and (x.kind <> 'assertion' or x.proven_at > clock_timestamp() - interval '20 minutes')) as is_unproven,
         $8::integer is null or coalesce(p.allow_external_challenge, true) as is_challenge_allowed,
         coalesce($8 < coalesce((p.demands ->> 'leastChallengeBytes')::integer, 16), false) as is_challenge_short,
         $10::boolean and (coalesce(h.handle <> $9::bytea, false) or coalesce($9::bytea = any (
           array[convert_to(u.id, 'UTF8'), convert_to(u.external_id, 'UTF8'), convert_to(u.email, 'UTF8')]), false))
           as is_handle_conflict,
         coalesce($12::text, u.email, u.external_id) as user_name,
         coalesce($13::text, nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email, u.external_id)
           as user_display_name,
         jsonb_build_object(
           'relyingParty', jsonb_build_object('rpId', r.rp_id, 'name', r.name, 'restrictedOrigins', r.origins,
             'relatedOrigins', r.related_origins),
           'publicOrigin', $11::text,
           'policy', jsonb_build_object(
             'name', p.name, 'version', p.version, 'attachment', p.attachment, 'residentKey', p.resident_key,
             'userVerification', p.user_verification, 'attestation', p.attestation, 'algorithms', p.algorithms,
             'timeoutMs', p.timeout_ms, 'hints', p.hints, 'credProps', p.cred_props,
             'credentialProtection', p.credential_protection,
             'enforceCredentialProtection', p.enforce_credential_protection,
             'allowExternalChallenge', p.allow_external_challenge) || p.demands,
           'user', jsonb_build_object('id', u.id, 'externalId', u.external_id),
           'handle', encode(coalesce(h.handle, $9), 'hex'), 'exclude', held.exclude) as document
    from (values (1)) as once
    left join stores s on s.tenant_id = $1 and s.name = $2
    left join users u on u.tenant_id = $1 and u.store_id = s.id and u.${by} = $3
    left join relying_parties r on r.tenant_id = $1 and r.store_id = s.id and r.rp_id = $4
    left join registration_policies p on p.tenant_id = $1 and p.relying_party_id = r.id and p.name = $5
    left join user_handles h on h.tenant_id = $1 and h.relying_party_id = r.id and h.user_id = u.id
    left join lateral (
      select count(*) as number,
             coalesce(jsonb_agg(jsonb_build_object('id', encode(c.credential_id, 'hex'), 'transports', c.transports)
                                order by c.created_at) filter (
                 where case p.demands ->> 'exclude' when 'none' then false when 'active' then c.status = 'ACTIVE' else true end
               ), '[]') as exclude
        from credentials c
       where c.tenant_id = $1 and c.user_id = u.id and c.relying_party_id = r.id) held on true
), made as (
  insert into user_handles (tenant_id, relying_party_id, user_id, handle)
  select $1, f.party_id, f.user_id, $9 from facts f where f.kept is null and ${allowed}
  on conflict do nothing
  returning handle
), session as (
  insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge_hash,
    expectations, user_name, user_display_name, actor, instance_id, expires_at)
  select $1, $6, f.store_id, f.party_id, f.policy_id, f.user_id, $7,
         f.document, f.user_name, f.user_display_name, $14, $15,
         clock_timestamp() + f.timeout_ms * interval '1 millisecond' + interval '30 seconds'
    from facts f left join made m on true
   where ${allowed} and coalesce(f.kept, m.handle) is not null
  returning user_id, expectations, user_name, user_display_name
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id, instance_id, facts)
  select $1, $17, $18, $14, $19, 'SUCCESS', 'user', user_id, $15,
         $20::jsonb || jsonb_build_object('sessionHash', $6::text, 'relyingPartyId', $4::text, 'registrationPolicy', $5::text)
    from session
)
select f.store_id as "storeId", f.user_id as "userId", f.status as "userStatus",
       f.party_id as "partyId", f.policy_id is not null as "hasPolicy",
       f.is_unproven as "isUnproven", f.is_limit_reached as "isLimitReached", f.is_challenge_allowed as "isChallengeAllowed",
       f.is_challenge_short as "isChallengeShort", f.is_handle_conflict as "isHandleConflict", s.expectations as frozen, s.user_name as "userName",
       s.user_display_name as "userDisplayName"
  from facts f left join session s on true`,
});

const startById = start('id');
const startByExternalId = start('external_id');

/** Starts a session if everything allows it; answers what was found either way. */
export async function insertSession(sql: Sql, actor: Actor, draft: SessionDraft): Promise<StartFindings> {
  const [statement, user] =
    'id' in draft.user ? [startById, draft.user.id] : [startByExternalId, draft.user.externalId];
  const findings = await sql.row<StartFindings>(statement, [
    actor.tenant,
    draft.storeName,
    user,
    draft.relyingPartyId,
    draft.registrationPolicy,
    sessionKeyOf(draft.sessionId),
    draft.challengeHash,
    draft.givenChallengeBytes,
    draft.handle,
    draft.isHandleGiven,
    draft.publicOrigin,
    draft.userName,
    draft.userDisplayName,
    actor.name,
    draft.instanceId,
    mayRegister,
    draft.auditId,
    actor.kind,
    startedBy(actor),
    JSON.stringify(idOf(actor)),
  ]);
  if (!findings) throw new Error('the start of a registration always answers one row');
  return findings;
}
