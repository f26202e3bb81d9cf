import { type AuditRecord, type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

/** Which records; what is absent does not restrict. */
export type AuditFilter = {
  readonly action?: string;
  readonly outcome?: string;
  readonly targetKind?: string;
  readonly targetId?: string;
  readonly instanceId?: string;
  readonly from?: string;
  readonly to?: string;
};

const where = `where tenant_id = $1
  and ($2::text is null or action = $2) and ($3::text is null or outcome = $3)
  and ($4::text is null or target_kind = $4) and ($5::text is null or target_id = $5)
  and ($6::text is null or instance_id = $6)
  and ($7::timestamptz is null or at >= $7) and ($8::timestamptz is null or at < $8)`;

const count: Statement = { name: 'audit.count', text: `select count(*) as total from audit ${where}` };

const list = byOrder(
  'audit.list',
  { at: 'at' },
  { fallback: 'at,desc', last: 'id' },
  (order) => `
  select id, at, actor_kind as "actorKind", actor, action, outcome, code, target_kind as "targetKind",
         target_id as "targetId", instance_id as "instanceId", facts, link.position, link.hash
  from audit left join lateral (
    select l.position, l.hash from audit_links l
    where l.tenant_id = audit.tenant_id and l.record_id = audit.id) link on true
  ${where} order by ${order} limit $9 offset $10`,
);

type Row = Omit<AuditRecord, 'at' | 'hash'> & { readonly at: Date; readonly hash: Buffer | null };

/** One page of the tenant's audit, newest first unless told. */
export async function listAuditRecords(
  sql: Sql,
  tenant: string,
  filter: AuditFilter & PageRequest,
): Promise<Page<AuditRecord>> {
  const { page = 0, size = 10, sort } = filter;
  const { action, outcome, targetKind, targetId, instanceId, from, to } = filter;
  const values = [tenant, action, outcome, targetKind, targetId, instanceId, from, to].map(
    (value) => value ?? null,
  );
  const total = await sql.row<{ total: number }>(count, values);
  const rows = await sql.rows<Row>(list(sort), [...values, size, page * size]);
  const content = rows.map((row) =>
    withoutNulls({ ...row, at: row.at.toISOString(), hash: row.hash?.toString('base64url') ?? null }),
  );
  return pageOf(content, total?.total ?? 0, { page, size, ...(sort && { sort }) });
}
