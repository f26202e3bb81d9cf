import type { PageRequest } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { TrustAnchor } from './trust-anchor.ts';

const columns = `a.id, a.name, a.der, a.fingerprint, a.aaguid, a.created_at as "createdAt", a.created_by as "createdBy"`;
const target = { kind: 'trust-anchor' } as const;

const insert: Statement = {
  name: 'trust-anchor.insert',
  text: `
with made as (
  insert into trust_anchors as a (tenant_id, id, name, der, fingerprint, aaguid, created_by)
  values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}
), again as (
  insert into reassessments (tenant, cause) select $1, 'trust-anchor.created' from made
), audited as (${auditInsert('made', 8)})
select * from made`,
};

const remove: Statement = {
  name: 'trust-anchor.delete',
  text: `
with removed as (
  delete from trust_anchors where tenant_id = $1 and id = $2 returning id
), again as (
  insert into reassessments (tenant, cause) select $1, 'trust-anchor.deleted' from removed
), audited as (${auditInsert('removed', 3)})
select id from removed`,
};

const count: Statement = {
  name: 'trust-anchor.count',
  text: 'select count(*) as total from trust_anchors where tenant_id = $1',
};

const list = byOrder(
  'trust-anchor.list',
  { name: 'a.name', createdDtm: 'a.created_at' },
  { fallback: 'name,asc', last: 'a.id' },
  (order) =>
    `select ${columns} from trust_anchors a where a.tenant_id = $1 order by ${order} limit $2 offset $3`,
);

/** Adds a trust anchor, with its audit row, and asks for passkeys to be assessed anew. */
export async function insertTrustAnchor(
  sql: Sql,
  actor: Actor,
  { id, name, der, fingerprint, aaguid }: Omit<TrustAnchor, 'createdAt' | 'createdBy'>,
): Promise<TrustAnchor> {
  const fact = { action: 'trust-anchor.created', target, facts: { name, fingerprint } };
  const values = [actor.tenant, id, name, der, fingerprint, aaguid, actor.name, ...auditValues(actor, fact)];
  return (await sql.row<TrustAnchor>(insert, values)) as TrustAnchor;
}

/** Removes a trust anchor, with its audit row; false when there is none. */
export async function deleteTrustAnchorOf(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const fact = { action: 'trust-anchor.deleted', target };
  return (await sql.row(remove, [actor.tenant, id, ...auditValues(actor, fact)])) !== undefined;
}

/** One page of the tenant's trust anchors, and how many there are. */
export async function listTrustAnchorsOf(
  sql: Sql,
  tenant: string,
  { page = 0, size = 10, sort }: PageRequest,
): Promise<{ readonly anchors: readonly TrustAnchor[]; readonly total: number }> {
  const counted = await sql.row<{ readonly total: number }>(count, [tenant]);
  const anchors = await sql.rows<TrustAnchor>(list(sort), [tenant, size, page * size]);
  return { anchors, total: counted?.total ?? 0 };
}
