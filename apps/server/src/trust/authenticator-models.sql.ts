import type { PageRequest } from '@latchkey/contract';
import type { Sql, Statement } from '../db/sql.ts';

/** A model as the passkeys of a tenant tell it. */
export type UsedModel = {
  readonly aaguid: string;
  readonly model: string | null;
  readonly passkeys: number;
  readonly verified: number;
  readonly findings: readonly string[];
};

const count: Statement = {
  name: 'authenticator-model.count',
  text: 'select count(distinct aaguid) as total from credentials where tenant_id = $1',
};

const list: Statement = {
  name: 'authenticator-model.list',
  text: `
select c.aaguid, max(c.model) as model, count(*) as passkeys,
       count(*) filter (where c.aaguid_verified) as verified,
       array(select distinct f from credentials o, unnest(o.findings) f
              where o.tenant_id = $1 and o.aaguid = c.aaguid and o.findings <> '{}' order by f) as findings
  from credentials c where c.tenant_id = $1
 group by c.aaguid order by count(*) desc, c.aaguid limit $2 offset $3`,
};

/** One page of the models that a tenant's passkeys are kept by, the most used first, and how many there are. */
export async function usedModels(
  sql: Sql,
  tenant: string,
  { page = 0, size = 10 }: PageRequest,
): Promise<{ readonly models: readonly UsedModel[]; readonly total: number }> {
  const counted = await sql.row<{ readonly total: number }>(count, [tenant]);
  return { models: await sql.rows<UsedModel>(list, [tenant, size, page * size]), total: counted?.total ?? 0 };
}
