import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { AuditFact } from './audit-fact.ts';
import { auditInsert, auditValues } from './audit-insert.ts';

const insert: Statement = {
  name: 'audit.record',
  text: auditInsert('(values (1)) as once', 1, 'null'),
};

/** Writes one audit row: in the transaction of what it tells, or on its own. */
export async function recordAudit(sql: Sql, actor: Actor, fact: AuditFact): Promise<void> {
  await sql.change(insert, auditValues(actor, fact));
}
