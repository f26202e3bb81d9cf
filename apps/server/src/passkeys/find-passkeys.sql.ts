import type { PageRequest } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { StoredPasskey } from './passkey.ts';
import { passkeyColumns } from './passkey-columns.sql.ts';

/** Which passkeys; what is absent does not restrict. */
export type PasskeyFilter = {
  readonly aaguid?: string;
  /** A code that is held against it; `any` for whatever it is. */
  readonly finding?: string;
  /** SHA-256 of a certificate of its attestation, hexadecimal. */
  readonly certificate?: string;
  readonly attestationFormat?: string;
  readonly attestationType?: string;
};

/** A passkey, and whose it is. */
export type FoundPasskey = StoredPasskey & { readonly storeName: string; readonly userExternalId: string };

const where = `where c.tenant_id = $1 and ($2::uuid is null or c.aaguid = $2)
  and ($3::text is null or (c.findings <> '{}' and ($3 = 'any' or $3 = any (c.findings))))
  and ($4::text is null or $4 = any (c.trust_path))
  and ($5::text is null or c.attestation_format = $5) and ($6::text is null or c.attestation_type = $6)`;

const count: Statement = {
  name: 'passkey.count-found',
  text: `select count(*) as total from credentials c ${where}`,
};

const list = byOrder(
  'passkey.find-all',
  { createdDtm: 'c.created_at', name: 'c.name' },
  { fallback: 'createdDtm,desc', last: 'c.id' },
  (order) => `
select ${passkeyColumns('c')}, s.name as "storeName", u.external_id as "userExternalId"
  from credentials c
  join stores s on s.tenant_id = c.tenant_id and s.id = c.store_id
  join users u on u.tenant_id = c.tenant_id and u.id = c.user_id
 ${where} order by ${order} limit $7 offset $8`,
);

/** One page of a tenant's passkeys that match, and how many there are. */
export async function findPasskeysOf(
  sql: Sql,
  tenant: string,
  { page = 0, size = 10, sort, ...filter }: PasskeyFilter & PageRequest,
): Promise<{ readonly passkeys: readonly FoundPasskey[]; readonly total: number }> {
  const { aaguid, finding, certificate, attestationFormat, attestationType } = filter;
  const values = [tenant, aaguid, finding, certificate, attestationFormat, attestationType];
  const counted = await sql.row<{ readonly total: number }>(count, values);
  const passkeys = await sql.rows<FoundPasskey>(list(sort), [...values, size, page * size]);
  return { passkeys, total: counted?.total ?? 0 };
}
