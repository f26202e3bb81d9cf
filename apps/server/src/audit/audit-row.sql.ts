import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { AuditFact } from './audit-fact.ts';
import { auditInsert, auditValues } from './audit-insert.ts';

const insert: Statement = {
  name: 'audit.record',
  text: auditInsert('(values (1)) as once', 1, 'null'),
};

/** Inserts one audit row. */
export async function insertAuditRow(sql: Sql, actor: Actor, fact: AuditFact): Promise<void> {
  await sql.change(insert, auditValues(actor, fact));
}
