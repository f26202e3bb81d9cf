import type { PageRequest } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';

/** A model as the passkeys of a tenant tell it. */
export type UsedModel = {
  readonly aaguid: string;
  readonly model: string | null;
  readonly passkeys: number;
  readonly verified: number;
  readonly findings: readonly string[];
};

/** Which models; what is absent does not restrict. */
export type ModelFilter = {
  readonly aaguid?: string;
  /** A code that is held against one of its passkeys; `any` for whatever it is. */
  readonly finding?: string;
};

const where = `where c.tenant_id = $1 and ($2::uuid is null or c.aaguid = $2)
  and ($3::text is null or c.aaguid in (
    select o.aaguid from credentials o
     where o.tenant_id = $1 and o.findings <> '{}' and ($3 = 'any' or $3 = any (o.findings))))`;

const count: Statement = {
  name: 'authenticator-model.count',
  text: `select count(distinct c.aaguid) as total from credentials c ${where}`,
};

const list = byOrder(
  'authenticator-model.list',
  { passkeys: 'count(*)' },
  { fallback: 'passkeys,desc', last: 'c.aaguid' },
  (order) => `
select c.aaguid, max(c.model) as model, count(*) as passkeys,
       count(*) filter (where c.aaguid_verified) as verified,
       array(select distinct f from credentials o, unnest(o.findings) f
              where o.tenant_id = $1 and o.aaguid = c.aaguid and o.findings <> '{}' order by f) as findings
  from credentials c ${where}
 group by c.aaguid order by ${order} limit $4 offset $5`,
);

/** One page of the models that a tenant's passkeys are kept by, the most used first, and how many there are. */
export async function usedModels(
  sql: Sql,
  tenant: string,
  { page = 0, size = 10, sort, aaguid, finding }: ModelFilter & PageRequest,
): Promise<{ readonly models: readonly UsedModel[]; readonly total: number }> {
  const values = [tenant, aaguid, finding];
  const counted = await sql.row<{ readonly total: number }>(count, values);
  const models = await sql.rows<UsedModel>(list(sort), [...values, size, page * size]);
  return { models, total: counted?.total ?? 0 };
}
