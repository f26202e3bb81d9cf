import { type Page, type PageRequest, pageOf } from '@latchkey/contract';
import type { VerifiedRegistration } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import type { OperatorPasskeyFacts } from './covered-operator-passkey.ts';
import type { SignedInOperator } from './operator.ts';
import { tenantOfOperatorPasskey } from './owners.sql.ts';

/** A passkey of an operator, as it is listed. */
export type OperatorPasskeyRow = {
  readonly id: string;
  readonly name: string;
  readonly aaguid: string;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};
const columns = `id, name, aaguid, backup_eligible as "backupEligible", backed_up as "backedUp",
  created_at as "createdAt", last_used_at as "lastUsedAt"`;
const target = { kind: 'operator-passkey' } as const;

const insert: Statement = {
  name: 'operator-passkeys.insert',
  text: `with done as (
    insert into operator_credentials (tenant_id, id, operator_id, rp_id, credential_id, public_key, algorithm,
      sign_count, backup_eligible, backed_up, transports, aaguid, name, mac)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (rp_id, credential_id) do nothing returning *),
  audited as (${auditInsert('done', 15)})
  select ${columns} from done`,
};

export type PasskeyToInsert = {
  readonly id: string;
  readonly operatorId: string;
  readonly rpId: string;
  readonly name: string;
  readonly verified: VerifiedRegistration;
  readonly mac: Uint8Array;
};

/** Keeps a passkey with its audit row; `undefined` when it is registered already. */
export const insertOperatorPasskey = (
  sql: Sql,
  actor: Actor,
  { id, operatorId, rpId, name, verified, mac }: PasskeyToInsert,
): Promise<OperatorPasskeyRow | undefined> =>
  sql.row(insert, [
    actor.tenant,
    id,
    operatorId,
    rpId,
    verified.credentialId,
    verified.publicKey,
    verified.algorithm,
    verified.signCount,
    verified.backupEligible,
    verified.backedUp,
    verified.transports,
    verified.aaguid,
    name,
    mac,
    ...auditValues(actor, { action: 'operator-passkey.added', target, facts: { operatorId } }),
  ]);

/** What a sign-in is verified by. */
export type KnownPasskey = SignedInOperator &
  OperatorPasskeyFacts & {
    readonly mac: Uint8Array | null;
    readonly status: 'ACTIVE' | 'BLOCKED';
    readonly signCount: number;
  };

const byCredential: Statement = {
  name: 'operator-passkeys.by-credential',
  text: `select o.tenant_id as tenant, o.id, o.name, o.email, o.role, o.stores, o.status, o.handle, c.id as "passkeyId",
      c.credential_id as "credentialId", c.public_key as "publicKey", c.sign_count as "signCount",
      c.backup_eligible as "backupEligible", c.operator_id as "operatorId", c.rp_id as "rpId", c.algorithm, c.mac
    from operator_credentials c join operators o on o.tenant_id = c.tenant_id and o.id = c.operator_id
    where c.rp_id = $1 and c.credential_id = $2`,
};

/** The passkey and whose it is, in whatever tenant. */
export async function findKnownPasskey(
  sql: Sql,
  rpId: string,
  credentialId: Uint8Array,
): Promise<KnownPasskey | undefined> {
  const tenant = await tenantOfOperatorPasskey(sql, rpId, credentialId);
  if (tenant === undefined) return undefined;
  return inTenant(tenant, () => sql.row<KnownPasskey>(byCredential, [rpId, credentialId]));
}

const ofOperator: Statement = {
  name: 'operator-passkeys.of-operator',
  text: `select credential_id as id, transports from operator_credentials
    where tenant_id = $1 and operator_id = $2 and rp_id = $3`,
};

/** The credentials that an operator has at a relying party, to be excluded from a further registration. */
export const credentialsOf = (
  sql: Sql,
  tenant: string,
  operatorId: string,
  rpId: string,
): Promise<readonly { readonly id: Uint8Array; readonly transports: readonly string[] }[]> =>
  sql.rows(ofOperator, [tenant, operatorId, rpId]);

const count: Statement = {
  name: 'operator-passkeys.count',
  text: `select count(c.id) as total from operators o
    left join operator_credentials c on c.tenant_id = o.tenant_id and c.operator_id = o.id
    where o.tenant_id = $1 and o.id = $2 group by o.id`,
};

/** How many passkeys an operator has; `undefined` when there is no such operator. */
export const countPasskeys = async (
  sql: Sql,
  tenant: string,
  operatorId: string,
): Promise<number | undefined> => (await sql.row<{ total: number }>(count, [tenant, operatorId]))?.total;

const list = byOrder(
  'operator-passkeys.list',
  { createdDtm: 'created_at', name: 'name' },
  { fallback: 'createdDtm,asc', last: 'id' },
  (order) => `select ${columns} from operator_credentials where tenant_id = $1 and operator_id = $2
    order by ${order} limit $3 offset $4`,
);

/** One page of an operator's passkeys; `undefined` when there is no such operator. */
export async function listOperatorPasskeyPage(
  sql: Sql,
  tenant: string,
  operatorId: string,
  request: PageRequest,
): Promise<Page<OperatorPasskeyRow> | undefined> {
  const { page = 0, size = 10, sort } = request;
  const total = await countPasskeys(sql, tenant, operatorId);
  if (total === undefined) return undefined;
  const rows = await sql.rows<OperatorPasskeyRow>(list(sort), [tenant, operatorId, size, page * size]);
  return pageOf(rows, total, request);
}

const remove: Statement = {
  name: 'operator-passkeys.remove',
  text: `with done as (
    delete from operator_credentials where tenant_id = $1 and operator_id = $2 and id = $3 returning id),
  audited as (${auditInsert('done', 4)})
  select id from done`,
};

/** Deletes a passkey of an operator with the sessions that it began; false when absent. */
export async function removeOperatorPasskey(
  sql: Sql,
  actor: Actor,
  operatorId: string,
  id: string,
): Promise<boolean> {
  const audit = auditValues(actor, { action: 'operator-passkey.deleted', target, facts: { operatorId } });
  return (await sql.row(remove, [actor.tenant, operatorId, id, ...audit])) !== undefined;
}
