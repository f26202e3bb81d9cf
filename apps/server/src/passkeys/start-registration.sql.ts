import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { mayRegister, type SessionDraft, type StartFindings } from './registration-session.ts';

/**
 * Reads the world, freezes it and writes session, user handle and audit row, all or nothing, in one durable statement.
 * Without the right facts it writes nothing and says which were missing.
 */
const start = (by: 'id' | 'external_id'): Statement => ({
  name: `registration-session.start-by-${by}`,
  text: `
with store as (
  select id, max_passkeys_per_user from stores where tenant_id = $1 and name = $2
), person as (
  select u.id, u.external_id, u.status, u.email,
         coalesce(u.email, u.external_id) as user_name,
         coalesce(nullif(concat_ws(' ', u.first_name, u.last_name), ''), u.email, u.external_id) as display_name
    from users u join store s on s.id = u.store_id
   where u.tenant_id = $1 and u.${by} = $3
), party as (
  select r.id, r.rp_id, r.name, r.origins
    from relying_parties r join store s on s.id = r.store_id
   where r.tenant_id = $1 and r.rp_id = $4
), policy as (
  select p.* from registration_policies p join party r on r.id = p.relying_party_id
   where p.tenant_id = $1 and p.name = $5
), held as (
  select count(*) as number,
         coalesce(jsonb_agg(jsonb_build_object('id', encode(c.credential_id, 'hex'), 'transports', c.transports)
                            order by c.created_at), '[]') as exclude
    from credentials c, person u, party r
   where c.tenant_id = $1 and c.user_id = u.id and c.relying_party_id = r.id
), kept as (
  select h.handle from user_handles h, person u, party r
   where h.tenant_id = $1 and h.relying_party_id = r.id and h.user_id = u.id
), facts as (
  select s.id as store_id, u.id as user_id, u.status, r.id as party_id, p.id as policy_id,
         held.number >= s.max_passkeys_per_user as is_limit_reached,
         not $8::boolean or coalesce(p.allow_external_challenge, true) as is_challenge_allowed,
         $10::boolean and (coalesce(kept.handle <> $9::bytea, false) or coalesce($9::bytea = any (
           array[convert_to(u.id, 'UTF8'), convert_to(u.external_id, 'UTF8'), convert_to(u.email, 'UTF8')]), false))
           as is_handle_conflict
    from held left join store s on true left join person u on true left join party r on true
         left join policy p on true left join kept on true
), allowed as (
  select f.* from facts f
   where f.user_id is not null and f.policy_id is not null and f.status = any ($16::text[])
     and not f.is_limit_reached and f.is_challenge_allowed and not f.is_handle_conflict
), made as (
  insert into user_handles (tenant_id, relying_party_id, user_id, handle)
  select $1, party_id, user_id, $9 from allowed where not exists (select from kept)
  on conflict do nothing
  returning handle
), handle as (
  select handle from kept union all select handle from made
), frozen as (
  select jsonb_build_object(
           'relyingParty', jsonb_build_object('rpId', r.rp_id, 'name', r.name, 'restrictedOrigins', r.origins),
           'publicOrigin', $11::text,
           'policy', jsonb_build_object(
             'name', p.name, 'version', p.version, 'attachment', p.attachment, 'residentKey', p.resident_key,
             'userVerification', p.user_verification, 'attestation', p.attestation, 'algorithms', p.algorithms,
             'timeoutMs', p.timeout_ms, 'hints', p.hints, 'credProps', p.cred_props,
             'credentialProtection', p.credential_protection,
             'enforceCredentialProtection', p.enforce_credential_protection,
             'allowExternalChallenge', p.allow_external_challenge),
           'user', jsonb_build_object('id', u.id, 'externalId', u.external_id),
           'handle', encode(handle.handle, 'hex'),
           'exclude', held.exclude) as document,
         coalesce($12::text, u.user_name) as user_name,
         coalesce($13::text, u.display_name) as user_display_name
    from allowed, person u, party r, policy p, held, handle
), session as (
  insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge,
    expectations, user_name, user_display_name, actor, instance_id, expires_at)
  select $1, $6, a.store_id, a.party_id, a.policy_id, a.user_id, $7, f.document, f.user_name, f.user_display_name,
         $14, $15, clock_timestamp() + p.timeout_ms * interval '1 millisecond' + interval '30 seconds'
    from allowed a, frozen f, policy p
  returning id
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id, instance_id, facts)
  select $1, $17, $18, $14, 'passkey-registration.started', 'SUCCESS', 'user', a.user_id, $15,
         jsonb_build_object('sessionId', session.id, 'relyingPartyId', $4::text, 'registrationPolicy', $5::text)
    from allowed a, session
)
select f.store_id as "storeId", f.user_id as "userId", f.status as "userStatus",
       f.party_id is not null as "hasRelyingParty", f.policy_id is not null as "hasPolicy",
       coalesce(f.is_limit_reached, false) as "isLimitReached", f.is_challenge_allowed as "isChallengeAllowed",
       f.is_handle_conflict as "isHandleConflict",
       frozen.document as frozen, frozen.user_name as "userName", frozen.user_display_name as "userDisplayName"
  from facts f left join frozen on true`,
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
    draft.sessionId,
    draft.challenge,
    draft.isChallengeGiven,
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
  ]);
  if (!findings) throw new Error('the start of a registration always answers one row');
  return findings;
}
