import { type AuditRecord, type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { largeList } from '../db/large-list.ts';
import type { Sql } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

/** Which records; what is absent does not restrict. */
export type AuditFilter = {
  readonly id?: string;
  readonly action?: string;
  readonly outcome?: string;
  readonly targetKind?: string;
  readonly targetId?: string;
  readonly instanceId?: string;
  readonly from?: string;
  readonly to?: string;
};

const pages = largeList<Row, keyof AuditFilter>({
  name: 'audit.list',
  from: 'from audit where tenant_id = $1',
  filters: {
    id: (place) => `id = ${place}`,
    action: (place) => `action = ${place}`,
    outcome: (place) => `outcome = ${place}`,
    targetKind: (place) => `target_kind = ${place}`,
    targetId: (place) => `target_id = ${place}`,
    instanceId: (place) => `instance_id = ${place}`,
    from: (place) => `at >= ${place}::timestamptz`,
    to: (place) => `at < ${place}::timestamptz`,
  },
  orders: { at: ['at'] },
  fallback: 'at,desc',
  id: 'id',
  rows: (chosen, order) => `select id, at, actor_kind as "actorKind", actor, action, outcome, code,
      target_kind as "targetKind", target_id as "targetId", instance_id as "instanceId", facts, link.position, link.hash
    from (${chosen}) as chosen join audit using (id)
    left join audit_links link on link.tenant_id = audit.tenant_id and link.record_id = audit.id
    where audit.tenant_id = $1 order by ${order}`,
});

type Row = Omit<AuditRecord, 'at' | 'hash'> & { readonly at: Date; readonly hash: Buffer | null };

/** One page of the tenant's audit, newest first unless told. */
export async function listAuditRecords(
  sql: Sql,
  tenant: string,
  filter: AuditFilter & PageRequest,
): Promise<Page<AuditRecord>> {
  const { page = 0, size = 10, sort, ...wanted } = filter;
  const { rows, total } = await pages(sql, [tenant], wanted, filter);
  const content = rows.map((row) =>
    withoutNulls({ ...row, at: row.at.toISOString(), hash: row.hash?.toString('base64url') ?? null }),
  );
  return pageOf(content, total, { page, size, ...(sort && { sort }) });
}
