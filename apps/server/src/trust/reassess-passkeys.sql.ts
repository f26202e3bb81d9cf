import type { AuthenticatorDemands, CeremonyDemands } from '@latchkey/passkeys';
import { systemActor } from '../access/system-actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { PasskeyFacts } from '../passkeys/covered-passkey.ts';
import { coveredColumns } from '../passkeys/passkey-columns.sql.ts';

/** Which passkeys are to be assessed anew, and why. */
export type Reassessment = {
  readonly id: number;
  readonly tenant: string | null;
  readonly policyId: string | null;
  readonly cause: string;
};

/** A passkey with what it was registered by, and what its policy demands now. */
export type KeptPasskey = PasskeyFacts & {
  readonly mac: Uint8Array | null;
  /** Attestation object and client data, sealed; of a row that an earlier version wrote, the two themselves. */
  readonly evidence: Uint8Array | null;
  readonly attestationObject: Uint8Array | null;
  readonly clientDataJson: Uint8Array | null;
  readonly createdAt: Date;
  readonly attestationType: string;
  readonly trustPath: readonly string[];
  readonly demands: (AuthenticatorDemands & CeremonyDemands) | null;
};

export type Assessment = {
  readonly attestationType: string;
  readonly isAaguidVerified: boolean;
  readonly trustPath: readonly string[];
  readonly findings: readonly string[];
  readonly model: string | null;
  readonly certificationLevel: string | null;
};

const next: Statement = {
  name: 'reassessment.next',
  text: 'select id, tenant, policy_id as "policyId", cause from reassessments order by id limit 1',
};

const end: Statement = { name: 'reassessment.end', text: 'delete from reassessments where id = $1' };

const after: Statement = {
  name: 'reassessment.passkeys',
  text: `
select c.id, c.user_id as "userId", c.rp_id as "relyingPartyId", c.credential_id as "credentialId",
       c.public_key as "publicKey", c.algorithm, c.aaguid, c.user_verified as "isUserVerified",
       c.backup_eligible as "isBackupEligible", ${coveredColumns('c')}, c.evidence, c.attestation_object as "attestationObject",
       c.client_data_json as "clientDataJson", c.created_at as "createdAt", c.attestation_type as "attestationType",
       c.trust_path as "trustPath", p.demands
  from credentials c
  left join registration_policies p on p.tenant_id = c.tenant_id and p.id = c.policy_id
 where c.tenant_id = $1 and c.id > $2 and ($3::text is null or c.policy_id = $3)
 order by c.id limit 200`,
};

const tenants: Statement = {
  name: 'reassessment.tenants',
  text: 'select id from tenants order by id',
  way: 'keep-trust',
};

/** The row is locked before it is compared, so that of two processes that find the same one tells it. */
const keep: Statement = {
  name: 'reassessment.keep',
  text: `
with was as materialized (
  select id, findings, attestation_type, aaguid_verified from credentials
   where tenant_id = $1 and id = $2 for no key update
), changed as (
  update credentials c
     set attestation_type = $3, aaguid_verified = $4, trust_path = $5, findings = $6, model = $7,
         certification_level = $8, assessed_at = clock_timestamp()
    from was
   where c.tenant_id = $1 and c.id = was.id
  returning c.id, c.findings, c.attestation_type, c.aaguid_verified
), told as (
  select changed.id from changed, was
   where (changed.findings, changed.attestation_type, changed.aaguid_verified)
         is distinct from (was.findings, was.attestation_type, was.aaguid_verified)
), audited as (${auditInsert('told', 9)})
select id from told`,
};

const underWay: Statement = {
  name: 'reassessment.under-way',
  text: `
select min(created_at) as since, array(
         select distinct cause from reassessments where tenant is null or tenant = $1 order by cause) as causes
  from reassessments where tenant is null or tenant = $1`,
};

/** Since when, and why, passkeys of a tenant are to be assessed anew; `since` is null when they are not. */
export const reassessmentOf = (sql: Sql, tenant: string) =>
  sql.row<{ readonly since: Date | null; readonly causes: readonly string[] }>(underWay, [tenant]);

/** What is to be assessed next. */
export const nextReassessment = (sql: Sql) => sql.row<Reassessment>(next);

/** It is done. */
export const endReassessment = (sql: Sql, id: number) => sql.change(end, [id]);

/** Every tenant. */
export const allTenants = async (sql: Sql): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(tenants)).map(({ id }) => id);

/** The next two hundred passkeys of a tenant that it is about. */
export const passkeysAfter = (sql: Sql, tenant: string, policyId: string | null, lastId: string) =>
  sql.rows<KeptPasskey>(after, [tenant, lastId, policyId]);

/** Keeps an assessment, with an audit row where it says something else than before. */
export async function keepAssessment(
  sql: Sql,
  { tenant, id }: Pick<KeptPasskey, 'tenant' | 'id'>,
  cause: string,
  found: Assessment,
): Promise<void> {
  const { attestationType, findings } = found;
  const fact = {
    action: 'passkey.assessed',
    target: { kind: 'passkey' },
    facts: { cause, attestationType, findings },
  };
  await sql.row(keep, [
    tenant,
    id,
    attestationType,
    found.isAaguidVerified,
    found.trustPath,
    findings,
    found.model,
    found.certificationLevel,
    ...auditValues(systemActor(tenant), fact),
  ]);
}
