import type { Actor } from '../access/actor.ts';
import type { AuditFact } from '../audit/audit-fact.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

/** Refusals that are kept of one instance. */
const most = 100;

const insert: Statement = {
  name: 'page-refusals.insert',
  text: auditInsert(
    `(select 1 where (select count(*) from audit kept where kept.tenant_id = $1 and kept.instance_id = $9
      and kept.action = 'page.refused') < ${most}) as once`,
    1,
    'null',
  ),
};

/** Adds a refusal to the audit, unless the instance has enough of them. */
export async function insertRefusal(sql: Sql, actor: Actor, fact: AuditFact): Promise<void> {
  await sql.change(insert, auditValues(actor, fact));
}
