import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { Passkey } from './passkey.ts';
import { passkeyColumns } from './passkey-columns.sql.ts';
import { type EndFindings, mayRegister, type SessionEnd } from './registration-session.ts';

/**
 * Ends a pending session: judges it against the present world, writes the passkey, the session's end and the audit
 * row, in one durable statement. The row is locked before its expiry is read: a predicate of an UPDATE would be read
 * before the wait for the lock, and a request that waited past the expiry would pass.
 */
const complete: Statement = {
  name: 'registration-session.complete',
  text: `
with locked as materialized (
  select s.* from registration_sessions s
   where s.tenant_id = $1 and s.id = $2 and s.status = 'PENDING'
     for no key update
), judged as materialized (
  select l.id, l.store_id, l.relying_party_id, l.user_id, l.instance_id, r.rp_id, case
           when l.expires_at <= clock_timestamp() then 'passkey.session-expired'
           when u.status <> all ($3::text[]) then 'passkey.user-not-allowed'
           when p.version is null then 'passkey.withdrawn'
           when cardinality(r.origins) > 0 and $4 <> all (r.origins) then 'passkey.withdrawn'
           when p.version <> $5::integer then 'policy-changed'
           when st.max_passkeys_per_user <= (
             select count(*) from credentials c
              where c.tenant_id = $1 and c.user_id = l.user_id and c.relying_party_id = l.relying_party_id)
             then 'passkey.limit-reached'
         end as objection
    from locked l
    join stores st on st.tenant_id = $1 and st.id = l.store_id
    join users u on u.tenant_id = $1 and u.id = l.user_id
    join relying_parties r on r.tenant_id = $1 and r.id = l.relying_party_id
    left join registration_policies p on p.tenant_id = $1 and p.id = l.policy_id
), credential as (
  insert into credentials as c (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key,
    algorithm, sign_count, user_verified, backup_eligible, backed_up, transports, attachment, resident_key, aaguid,
    aaguid_verified, attestation_format, attestation_type, attestation_object, client_data_json, rp_id, origin, name,
    created_by)
  select $1, $6, j.store_id, j.relying_party_id, j.user_id, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         $19, $20, $21, $22, j.rp_id, $4, $23, $24
    from judged j where j.objection is null
  on conflict (tenant_id, relying_party_id, credential_id) do nothing
  returning ${passkeyColumns('c')}
), verdict as materialized (
  select j.id, j.user_id, j.instance_id, c.id as passkey_id,
         case when c.id is null then coalesce(j.objection, 'passkey.already-registered') end as refusal
    from judged j left join credential c on true
), ended as (
  update registration_sessions s
     set status = case when v.refusal is null then 'COMPLETED' else 'FAILED' end,
         failure = v.refusal, ended_at = clock_timestamp(), answer_hash = $25, credential_row = v.passkey_id
    from verdict v
   where s.tenant_id = $1 and s.id = v.id and v.refusal is distinct from 'policy-changed'
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, code, target_kind, target_id, instance_id, facts)
  select $1, $26, $27, $24, 'passkey-registration.completed',
         case when v.refusal is null then 'SUCCESS' else 'FAILURE' end, v.refusal, 'user', v.user_id, v.instance_id,
         jsonb_strip_nulls(jsonb_build_object('sessionId', v.id, 'passkeyId', v.passkey_id))
    from verdict v where v.refusal is distinct from 'policy-changed'
)
select v.refusal, c.* from verdict v left join credential c on true`,
};

type Row = Passkey & { readonly refusal: string | null };

/** Ends a pending session with a passkey, or with the reason against it. */
export async function completeSession(sql: Sql, actor: Actor, end: SessionEnd): Promise<EndFindings> {
  const row = await sql.row<Row>(complete, valuesOf(actor, end));
  if (!row) return { isPending: false, refusal: null, passkey: null };
  const { refusal, ...passkey } = row;
  return { isPending: true, refusal, passkey: refusal === null ? passkey : null };
}

function valuesOf(actor: Actor, { verified, ...end }: SessionEnd): readonly unknown[] {
  return [
    actor.tenant,
    end.sessionId,
    mayRegister,
    verified.origin,
    end.policyVersion,
    end.passkeyId,
    verified.credentialId,
    verified.publicKey,
    verified.algorithm,
    verified.signCount,
    verified.userVerified,
    verified.backupEligible,
    verified.backedUp,
    verified.transports,
    verified.attachment,
    verified.residentKey,
    verified.aaguid,
    verified.aaguidVerified,
    verified.attestationFormat,
    verified.attestationType,
    verified.attestationObject,
    verified.clientDataJson,
    end.name,
    actor.name,
    end.answerHash,
    end.auditId,
    actor.kind,
  ];
}
