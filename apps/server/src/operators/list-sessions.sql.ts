import { type OperatorSession, type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { live } from './sessions.sql.ts';

type Row = {
  readonly id: string;
  readonly operatorId: string;
  readonly operatorName: string;
  readonly browser: string;
  readonly current: boolean;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
};

const from = `from operator_sessions s join operators o on o.tenant_id = s.tenant_id and o.id = s.operator_id
  where s.tenant_id = $1 and ($2::text is null or s.operator_id = $2) and ${live}`;
const count: Statement = { name: 'operator-sessions.count', text: `select count(*) as total ${from}` };
const list = byOrder(
  'operator-sessions.list',
  { createdDtm: 's.created_at', lastSeenDtm: 's.seen_at' },
  { fallback: 'lastSeenDtm,desc', last: 's.id' },
  (order) => `select s.id, o.id as "operatorId", o.name as "operatorName", s.user_agent as browser,
      coalesce(s.hash = $3, false) as current, s.created_at as "createdAt", s.seen_at as "seenAt",
      s.expires_at as "expiresAt"
    ${from} order by ${order} limit $4 offset $5`,
);

/** Whose sessions: one operator's, or everybody's; `currentHash` marks the one that asks. */
export type SessionFilter = {
  readonly tenant: string;
  readonly operatorId: string | undefined;
  readonly currentHash: Uint8Array | undefined;
};

/** One page of live sessions. */
export async function listSessionPage(
  sql: Sql,
  { tenant, operatorId, currentHash }: SessionFilter,
  request: PageRequest,
): Promise<Page<OperatorSession>> {
  const { page = 0, size = 10, sort } = request;
  const whose = [tenant, operatorId ?? null];
  const total = await sql.row<{ total: number }>(count, whose);
  const rows = await sql.rows<Row>(list(sort), [...whose, currentHash ?? null, size, page * size]);
  return pageOf(rows.map(toSession), total?.total ?? 0, request);
}

const toSession = (row: Row): OperatorSession => ({
  id: row.id,
  operator: { id: row.operatorId, name: row.operatorName },
  browser: row.browser,
  current: row.current,
  createdDtm: row.createdAt.toISOString(),
  lastSeenDtm: row.seenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
