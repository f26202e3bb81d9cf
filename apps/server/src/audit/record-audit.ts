import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { AuditFact } from './audit-fact.ts';
import { insertAuditRow } from './audit-row.sql.ts';

/** Writes one audit row: in the transaction of what it tells, or on its own. */
export const recordAudit = (sql: Sql, actor: Actor, fact: AuditFact): Promise<void> =>
  insertAuditRow(sql, actor, fact);
