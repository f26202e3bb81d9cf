import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Statement } from '../db/sql.ts';
import type { SealableTable } from '../passkeys/sealable.ts';
import { coveredOperatorPasskey, type OperatorPasskeyFacts } from './covered-operator-passkey.ts';

const columns = `c.tenant_id as tenant, c.id as "passkeyId", c.operator_id as "operatorId", o.handle, c.rp_id as "rpId",
  c.credential_id as "credentialId", c.public_key as "publicKey", c.algorithm, c.backup_eligible as "backupEligible",
  c.mac`;
const from = `from operator_credentials c join operators o on o.tenant_id = c.tenant_id and o.id = c.operator_id
  where c.tenant_id = $1`;

const unsealed: Statement = {
  name: 'operator-passkey-seals.unsealed',
  text: `select ${columns} ${from} and c.mac is null order by c.id limit 100`,
};

const seal: Statement = {
  name: 'operator-passkey-seals.seal',
  text: `
with done as (
  update operator_credentials c set mac = given.mac
    from unnest($2::text[], $3::bytea[]) as given (id, mac)
   where c.tenant_id = $1 and c.id = given.id and c.mac is null
  returning c.id
), sealed as (
  select min(id) as id from done having count(*) > 0
), audited as (${auditInsert('sealed', 4)})
select count(*)::integer as number from done`,
};

const rows: Statement = {
  name: 'operator-passkey-seals.rows',
  text: `select ${columns} ${from} and c.id > $2 order by c.id limit 500`,
};

type Row = OperatorPasskeyFacts & { readonly mac: Uint8Array | null };

/** The passkeys of operators. */
export const sealableOperatorPasskeys: SealableTable = Object.freeze<SealableTable>({
  kind: 'operator-passkey',
  unsealed: async (sql, tenant) =>
    (await sql.rows<Row>(unsealed, [tenant])).map((row) => ({ covered: coveredOperatorPasskey(row) })),
  seal: async (sql, actor, seals) => {
    const ids = seals.map(({ id }) => id);
    const target = { kind: 'operator-passkey' };
    const fact = { action: 'operator-passkey.sealed', target, facts: { passkeys: ids } };
    const macs = seals.map(({ mac }) => mac);
    const values = [actor.tenant, ids, macs, ...auditValues(actor, fact)];
    return (await sql.row<{ readonly number: number }>(seal, values))?.number ?? 0;
  },
  rows: async (sql, tenant, after) =>
    (await sql.rows<Row>(rows, [tenant, after])).map((row) => ({
      covered: coveredOperatorPasskey(row),
      mac: row.mac,
      evidence: null,
    })),
});
