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
with facts as materialized (
  select s.id as store_id, s.max_passkeys_per_user, u.id as user_id, u.external_id, u.status, u.email,
         concat_ws(' ', u.first_name, u.last_name) as full_name, r.id as party_id, r.name as party_name, r.origins,
         p.id as policy_id, p.name as policy_name, p.version, p.attachment, p.resident_key, p.user_verification,
         p.attestation, p.algorithms, p.timeout_ms, p.hints, p.cred_props, p.credential_protection,
         p.enforce_credential_protection, p.allow_external_challenge, h.handle as kept, held.number, held.exclude,
         $10::boolean and (coalesce(h.handle <> $9::bytea, false) or coalesce($9::bytea = any (
           array[convert_to(u.id, 'UTF8'), convert_to(u.external_id, 'UTF8'), convert_to(u.email, 'UTF8')]), false))
           as is_handle_conflict
    from (values (1)) as once
    left join stores s on s.tenant_id = $1 and s.name = $2
    left join users u on u.tenant_id = $1 and u.store_id = s.id and u.${by} = $3
    left join relying_parties r on r.tenant_id = $1 and r.store_id = s.id and r.rp_id = $4
    left join registration_policies p on p.tenant_id = $1 and p.relying_party_id = r.id and p.name = $5
    left join user_handles h on h.tenant_id = $1 and h.relying_party_id = r.id and h.user_id = u.id
    left join lateral (
      select count(*) as number,
             coalesce(jsonb_agg(jsonb_build_object('id', encode(c.credential_id, 'hex'), 'transports', c.transports)
                                order by c.created_at), '[]') as exclude
        from credentials c
       where c.tenant_id = $1 and c.user_id = u.id and c.relying_party_id = r.id) held on true
), allowed as (
  select f.* from facts f
   where f.user_id is not null and f.policy_id is not null and f.status = any ($16::text[])
     and f.number < f.max_passkeys_per_user and (not $8::boolean or f.allow_external_challenge)
     and not f.is_handle_conflict
), made as (
  insert into user_handles (tenant_id, relying_party_id, user_id, handle)
  select $1, party_id, user_id, $9 from allowed where kept is null
  on conflict do nothing
  returning handle
), ready as materialized (
  select a.store_id, a.party_id, a.policy_id, a.user_id, a.timeout_ms,
         coalesce($12::text, a.email, a.external_id) as user_name,
         coalesce($13::text, nullif(a.full_name, ''), a.email, a.external_id) as user_display_name,
         jsonb_build_object(
           'relyingParty', jsonb_build_object('rpId', $4::text, 'name', a.party_name, 'restrictedOrigins', a.origins),
           'publicOrigin', $11::text,
           'policy', jsonb_build_object(
             'name', a.policy_name, 'version', a.version, 'attachment', a.attachment, 'residentKey', a.resident_key,
             'userVerification', a.user_verification, 'attestation', a.attestation, 'algorithms', a.algorithms,
             'timeoutMs', a.timeout_ms, 'hints', a.hints, 'credProps', a.cred_props,
             'credentialProtection', a.credential_protection,
             'enforceCredentialProtection', a.enforce_credential_protection,
             'allowExternalChallenge', a.allow_external_challenge),
           'user', jsonb_build_object('id', a.user_id, 'externalId', a.external_id),
           'handle', encode(coalesce(a.kept, m.handle), 'hex'),
           'exclude', a.exclude) as document
    from allowed a left join made m on true
   where coalesce(a.kept, m.handle) is not null
), session as (
  insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge,
    expectations, user_name, user_display_name, actor, instance_id, expires_at)
  select $1, $6, store_id, party_id, policy_id, user_id, $7, document, user_name, user_display_name, $14, $15,
         clock_timestamp() + timeout_ms * interval '1 millisecond' + interval '30 seconds'
    from ready
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, target_kind, target_id, instance_id, facts)
  select $1, $17, $18, $14, 'passkey-registration.started', 'SUCCESS', 'user', user_id, $15,
         jsonb_build_object('sessionId', $6::text, 'relyingPartyId', $4::text, 'registrationPolicy', $5::text)
    from ready
)
select f.store_id as "storeId", f.user_id as "userId", f.status as "userStatus",
       f.party_id is not null as "hasRelyingParty", f.policy_id is not null as "hasPolicy",
       coalesce(f.number >= f.max_passkeys_per_user, false) as "isLimitReached",
       not $8::boolean or coalesce(f.allow_external_challenge, true) as "isChallengeAllowed",
       f.is_handle_conflict as "isHandleConflict", ready.document as frozen, ready.user_name as "userName",
       ready.user_display_name as "userDisplayName"
  from facts f left join ready on true`,
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
