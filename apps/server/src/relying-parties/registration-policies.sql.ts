import type { PageRequest } from '@latchkey/contract';
import type { AuthenticatorDemands, CeremonyDemands, RegistrationPolicy } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { demandsIn, offersLegacy, type StoredRegistrationPolicy } from './registration-policy.ts';

const columns = `
  p.id, p.name, p.version, p.attachment, p.resident_key as "residentKey", p.user_verification as "userVerification",
  p.attestation, p.algorithms, p.timeout_ms as "timeoutMs", p.hints, p.cred_props as "credProps",
  p.credential_protection as "credentialProtection",
  p.enforce_credential_protection as "enforceCredentialProtection",
  p.allow_external_challenge as "allowExternalChallenge", p.demands, p.created_at as "createdAt", p.created_by as "createdBy",
  p.updated_at as "updatedAt", p.updated_by as "updatedBy"`;

const byId: Statement = {
  name: 'registration-policy.find-by-id',
  text: `select ${columns} from registration_policies p where p.tenant_id = $1 and p.id = $2`,
};

const byName: Statement = {
  name: 'registration-policy.find-by-name',
  text: `select ${columns} from registration_policies p
          where p.tenant_id = $1 and p.relying_party_id = $2 and p.name = $3`,
};

const count: Statement = {
  name: 'registration-policy.count',
  text: 'select count(*) as total from registration_policies where tenant_id = $1 and relying_party_id = $2',
};

const list = byOrder(
  'registration-policy.list',
  { name: 'p.name', createdDtm: 'p.created_at' },
  { fallback: 'name,asc', last: 'p.id' },
  (
    order,
  ) => `select ${columns} from registration_policies p where p.tenant_id = $1 and p.relying_party_id = $2
               order by ${order} limit $3 offset $4`,
);

const insert: Statement = {
  name: 'registration-policy.insert',
  text: `
with made as (
  insert into registration_policies as p (tenant_id, relying_party_id, id, name, attachment, resident_key,
    user_verification, attestation, algorithms, timeout_ms, hints, cred_props, credential_protection,
    enforce_credential_protection, allow_external_challenge, demands, created_by,
    updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
  returning ${columns}
), audited as (${auditInsert('made', 18)})
select * from made`,
};

const update: Statement = {
  name: 'registration-policy.update',
  text: `
with changed as (
  update registration_policies p
     set name = $4, attachment = $5, resident_key = $6, user_verification = $7, attestation = $8, algorithms = $9,
         timeout_ms = $10, hints = $11, cred_props = $12, credential_protection = $13,
         enforce_credential_protection = $14, allow_external_challenge = $15, demands = $16, updated_by = $17,
         updated_at = clock_timestamp(), version = p.version + 1
   where p.tenant_id = $1 and p.relying_party_id = $2 and p.id = $3
  returning ${columns}
), again as (
  insert into reassessments (tenant, policy_id, cause) select $1, id, 'registration-policy.changed' from changed
), audited as (${auditInsert('changed', 18)})
select * from changed`,
};

const remove: Statement = {
  name: 'registration-policy.delete',
  text: `
with removed as (
  delete from registration_policies where tenant_id = $1 and relying_party_id = $2 and name = $3 returning id
), again as (
  insert into reassessments (tenant, policy_id, cause) select $1, id, 'registration-policy.deleted' from removed
), audited as (${auditInsert('removed', 4)})
select id from removed`,
};

const target = { kind: 'registration-policy' } as const;

/** A policy of the tenant by its own id. */
export const findPolicyById = async (sql: Sql, tenant: string, id: string) =>
  stored(await sql.row<Row>(byId, [tenant, id]));

/** A policy of a relying party by its name. */
export const findPolicy = async (sql: Sql, tenant: string, relyingParty: string, name: string) =>
  stored(await sql.row<Row>(byName, [tenant, relyingParty, name]));

/** One page of a relying party's policies, and how many there are. */
export async function listPolicies(
  sql: Sql,
  tenant: string,
  relyingParty: string,
  { page = 0, size = 10, sort }: PageRequest,
): Promise<{ readonly policies: readonly StoredRegistrationPolicy[]; readonly total: number }> {
  const counted = await sql.row<{ readonly total: number }>(count, [tenant, relyingParty]);
  const rows = await sql.rows<Row>(list(sort), [tenant, relyingParty, size, page * size]);
  return { policies: rows.map((row) => stored(row)), total: counted?.total ?? 0 };
}

/** Adds a policy, with its audit row. */
export async function insertPolicy(
  sql: Sql,
  actor: Actor,
  relyingParty: string,
  id: string,
  policy: RegistrationPolicy,
): Promise<StoredRegistrationPolicy> {
  const fact = { action: 'registration-policy.created', target, facts: { relyingParty } };
  const values = [...valuesOf(actor, relyingParty, id, policy), ...auditValues(actor, fact)];
  return stored((await sql.row<Row>(insert, values)) as Row);
}

/** Replaces a policy's settings and raises its version, with its audit row; `undefined` when it is gone. */
export const updatePolicy = async (
  sql: Sql,
  actor: Actor,
  relyingParty: string,
  id: string,
  policy: RegistrationPolicy,
) =>
  stored(
    await sql.row<Row>(update, [
      ...valuesOf(actor, relyingParty, id, policy),
      ...auditValues(actor, {
        action: 'registration-policy.changed',
        target,
        facts: { relyingParty, policy },
      }),
    ]),
  );

/** Deletes a policy, with its audit row; false when there is none. */
export async function deletePolicy(sql: Sql, actor: Actor, relyingParty: string, name: string) {
  const fact = { action: 'registration-policy.deleted', target, facts: { relyingParty, name } };
  const values = [actor.tenant, relyingParty, name, ...auditValues(actor, fact)];
  return (await sql.row(remove, values)) !== undefined;
}

const valuesOf = (actor: Actor, relyingParty: string, id: string, policy: RegistrationPolicy) => [
  actor.tenant,
  relyingParty,
  id,
  policy.name,
  policy.attachment ?? null,
  policy.residentKey,
  policy.userVerification,
  policy.attestation,
  policy.algorithms,
  policy.timeoutMs,
  policy.hints,
  policy.credProps,
  policy.credentialProtection ?? null,
  policy.enforceCredentialProtection,
  policy.allowExternalChallenge,
  demandsIn(policy),
  actor.name,
];

type Demands = AuthenticatorDemands & CeremonyDemands;
type Row = Omit<StoredRegistrationPolicy, 'legacyAlgorithms' | keyof Demands> & { readonly demands: Demands };

function stored(row: Row): StoredRegistrationPolicy;
function stored(row: Row | undefined): StoredRegistrationPolicy | undefined;
function stored(row: Row | undefined): StoredRegistrationPolicy | undefined {
  if (!row) return undefined;
  const { demands, ...columns } = row;
  return { ...withoutNulls({ ...columns, legacyAlgorithms: offersLegacy(row.algorithms) }), ...demands };
}
