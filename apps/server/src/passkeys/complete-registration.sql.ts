import type { VerifiedRegistration } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { Passkey } from './passkey.ts';
import { idOf } from './registration-audit.ts';
import { type EndFindings, mayRegister, type SessionEnd } from './registration-session.ts';

/**
 * Ends a pending session: judges it against the present world, writes the passkey, the session's end and the audit
 * row, in one durable statement. Whose session it is stands in the statement itself, so that foreigners end none. The
 * row is locked before its expiry is read: a predicate of an UPDATE would be read before the wait for the lock, and a
 * request that waited past the expiry would pass. One moment after the lock both judges the expiry and ends the session.
 */
const complete: Statement = {
  name: 'registration-session.complete',
  text: `
with locked as materialized (
  select s.id, s.store_id, s.relying_party_id, s.policy_id, s.user_id, s.instance_id, s.expires_at
    from registration_sessions s
   where s.tenant_id = $1 and s.id = $2 and s.status = 'PENDING' and s.instance_id is not distinct from $28
     for no key update
), timed as materialized (
  select l.*, clock_timestamp() as moment from locked l
), judged as materialized (
  select l.id, l.store_id, l.relying_party_id, l.user_id, l.instance_id, l.policy_id, l.moment, r.rp_id, case
           when l.expires_at <= l.moment then 'passkey.session-expired'
           when u.status <> all ($3::text[]) then 'passkey.user-not-allowed'
           when p.version is null then 'passkey.withdrawn'
           when $4 <> all (r.related_origins || case when cardinality(r.origins) > 0 then r.origins else $32::text[] end) then 'passkey.withdrawn'
           when p.version <> $5::integer then 'policy-changed'
           when least(st.max_passkeys_per_user, (p.demands ->> 'maxPasskeys')::integer) <= (
             select count(*) from credentials c
              where c.tenant_id = $1 and c.user_id = l.user_id and c.relying_party_id = l.relying_party_id)
             then 'passkey.limit-reached'
         end as objection
    from timed l
    join stores st on st.tenant_id = $1 and st.id = l.store_id and ($29::text is null or st.name = $29)
    join users u on u.tenant_id = $1 and u.id = l.user_id
      and ($30::text is null or u.id = $30) and ($31::text is null or u.external_id = $31)
    join relying_parties r on r.tenant_id = $1 and r.id = l.relying_party_id
    left join registration_policies p on p.tenant_id = $1 and p.id = l.policy_id
), credential as (
  insert into credentials as c (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key,
    algorithm, sign_count, user_verified, backup_eligible, backed_up, transports, attachment, resident_key, aaguid,
    aaguid_verified, attestation_format, attestation_type, evidence, mac, rp_id, origin, name,
    created_by, policy_id, trust_path, findings, model, certification_level, capabilities, top_origin, assessed_at,
    client)
  select $1, $6, j.store_id, j.relying_party_id, j.user_id, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         $19, $20, $21, $22, j.rp_id, $4, $23, $24, j.policy_id, $33, $34, $35, $36, $37, $38,
         clock_timestamp(), coalesce((
           select nullif(concat_ws(', ', i.browser, i.device), '') from process_instances i
            where i.tenant_id = $1 and i.id = j.instance_id), $24)
    from judged j where j.objection is null
  on conflict (tenant_id, relying_party_id, credential_id) do nothing
  returning c.id, c.created_at, c.client
), ended as (
  update registration_sessions s
     set status = case when c.id is null then 'FAILED' else 'COMPLETED' end,
         failure = case when c.id is null then coalesce(j.objection, 'passkey.already-registered') end,
         ended_at = j.moment, answer_hash = $25, credential_row = c.id
    from judged j left join credential c on true
   where s.tenant_id = $1 and s.id = j.id and j.objection is distinct from 'policy-changed'
  returning s.id, s.user_id, s.instance_id, s.failure, s.credential_row
), trail as (
  insert into audit (tenant_id, id, actor_kind, actor, action, outcome, code, target_kind, target_id, instance_id, facts)
  select $1, $26, $27, $24, 'passkey-registration.completed',
         case when e.failure is null then 'SUCCESS' else 'FAILURE' end, e.failure, 'user', e.user_id, e.instance_id,
         $39::jsonb || jsonb_strip_nulls(jsonb_build_object('sessionHash', e.id, 'passkeyId', e.credential_row,
           'findings', nullif(to_jsonb($34::text[]), '[]'),
           'step', case e.failure when 'passkey.already-registered' then 'WebAuthn L3 7.1 step 26' end))
    from ended e
)
select case when e.id is null then j.objection else e.failure end as refusal, j.user_id as "userId",
       j.rp_id as "relyingPartyId", c.created_at as "createdAt", c.client
  from judged j left join ended e on true left join credential c on true`,
};

type Row = Pick<Passkey, 'userId' | 'relyingPartyId' | 'createdAt' | 'client'> & {
  readonly refusal: string | null;
};

/** Ends a pending session with a passkey, or with the reason against it. */
export async function completeSession(sql: Sql, actor: Actor, end: SessionEnd): Promise<EndFindings> {
  const row = await sql.row<Row>(complete, valuesOf(actor, end));
  if (!row) return { isPending: false, refusal: null, passkey: null };
  return {
    isPending: true,
    refusal: row.refusal,
    passkey: row.refusal === null ? madeOf(actor, end, row) : null,
  };
}

/** The passkey as it was written, without fetching again what was sent. */
function madeOf(actor: Actor, { passkeyId: id, name, verified, trustPath }: SessionEnd, row: Row): Passkey {
  const { userId, relyingPartyId, createdAt } = row;
  return {
    isIntact: true,
    id,
    userId,
    relyingPartyId,
    credentialId: verified.credentialId,
    publicKey: verified.publicKey,
    algorithm: verified.algorithm,
    signCount: verified.signCount,
    isUserVerified: verified.userVerified,
    isBackupEligible: verified.backupEligible,
    isBackedUp: verified.backedUp,
    transports: verified.transports,
    attachment: verified.attachment ?? null,
    isDiscoverable: verified.residentKey ?? null,
    aaguid: verified.aaguid,
    isAaguidVerified: verified.aaguidVerified,
    attestationFormat: verified.attestationFormat,
    attestationType: verified.attestationType,
    trustPath,
    findings: verified.findings,
    model: verified.model ?? null,
    certificationLevel: verified.certificationLevel ?? null,
    capabilities: capabilitiesOf(verified),
    client: row.client,
    topOrigin: verified.topOrigin ?? null,
    origin: verified.origin,
    name,
    status: 'ACTIVE',
    createdAt,
    createdBy: actor.name,
    updatedAt: createdAt,
    lastUsedAt: null,
  };
}

function valuesOf(actor: Actor, { address, verified, ...end }: SessionEnd): readonly unknown[] {
  const user = address.user ?? {};
  return [
    actor.tenant,
    end.sessionKey,
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
    end.evidence,
    end.mac,
    end.name,
    actor.name,
    end.answerHash,
    end.auditId,
    actor.kind,
    address.instanceId,
    address.storeName,
    'id' in user ? user.id : undefined,
    'externalId' in user ? user.externalId : undefined,
    end.ownOrigins,
    end.trustPath,
    verified.findings,
    verified.model,
    verified.certificationLevel,
    capabilitiesOf(verified),
    verified.topOrigin,
    JSON.stringify(idOf(actor)),
  ];
}

/** What the authenticator told of itself; the shortest PIN is signed, the rest is claimed by the browser. */
const capabilitiesOf = ({ minPinLength, prf, largeBlob, keyProtection }: VerifiedRegistration) => ({
  ...(minPinLength !== undefined && { minPinLength }),
  ...(prf !== undefined && { prf }),
  ...(largeBlob !== undefined && { largeBlob }),
  ...(keyProtection !== undefined && { keyProtection }),
});
