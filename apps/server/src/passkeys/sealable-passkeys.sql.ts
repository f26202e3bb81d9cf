import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Statement } from '../db/sql.ts';
import { coveredPasskey, type PasskeyFacts } from './covered-passkey.ts';
import { coveredColumns } from './passkey-columns.sql.ts';
import type { SealableTable } from './sealable.ts';

const columns = `c.id, c.user_id as "userId", c.rp_id as "relyingPartyId", c.credential_id as "credentialId",
  c.public_key as "publicKey", c.algorithm, c.aaguid, c.user_verified as "isUserVerified",
  c.backup_eligible as "isBackupEligible", c.evidence, ${coveredColumns('c')}`;

const unsealed: Statement = {
  name: 'passkey-seals.unsealed',
  text: `select ${columns}, c.attestation_object as "attestationObject", c.client_data_json as "clientDataJson"
    from credentials c where c.tenant_id = $1 and c.mac is null order by c.id limit 100`,
};

const seal: Statement = {
  name: 'passkey-seals.seal',
  text: `
with done as (
  update credentials c
     set mac = given.mac, evidence = given.evidence, attestation_object = null, client_data_json = null
    from unnest($2::text[], $3::bytea[], $4::bytea[]) as given (id, mac, evidence)
   where c.tenant_id = $1 and c.id = given.id and c.mac is null
  returning c.id
), sealed as (
  select min(id) as id from done having count(*) > 0
), audited as (${auditInsert('sealed', 5)})
select count(*)::integer as number from done`,
};

const rows: Statement = {
  name: 'passkey-seals.rows',
  text: `select ${columns} from credentials c where c.tenant_id = $1 and c.id > $2 order by c.id limit 500`,
};

type Row = PasskeyFacts & { readonly mac: Uint8Array | null; readonly evidence: Uint8Array | null };
type UnsealedRow = Row & { readonly attestationObject: Uint8Array; readonly clientDataJson: Uint8Array };

/** The passkeys of users. */
export const sealablePasskeys: SealableTable = Object.freeze<SealableTable>({
  kind: 'passkey',
  unsealed: async (sql, tenant) =>
    (await sql.rows<UnsealedRow>(unsealed, [tenant])).map(
      ({ attestationObject, clientDataJson, ...row }) => ({
        covered: coveredPasskey(row),
        evidence: { attestationObject, clientDataJson },
      }),
    ),
  seal: async (sql, actor, seals) => {
    const ids = seals.map(({ id }) => id);
    const fact = { action: 'passkey.sealed', target: { kind: 'passkey' }, facts: { passkeys: ids } };
    const row = await sql.row<{ readonly number: number }>(seal, [
      actor.tenant,
      ids,
      seals.map(({ mac }) => mac),
      seals.map(({ evidence }) => evidence),
      ...auditValues(actor, fact),
    ]);
    return row?.number ?? 0;
  },
  rows: async (sql, tenant, after) =>
    (await sql.rows<Row>(rows, [tenant, after])).map((row) => ({
      covered: coveredPasskey(row),
      mac: row.mac,
      evidence: row.evidence,
    })),
});
