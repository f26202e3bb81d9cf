import { Problem } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { AuditFact } from './audit-fact.ts';
import { recordAudit } from './record-audit.ts';

/**
 * Runs `work`, which records its own success; when it fails, records the failure outside its transaction, which
 * took its own rows with it, and throws on. `sql` is the database itself, never a transaction.
 */
export async function audited<Result>(
  sql: Sql,
  actor: Actor,
  fact: AuditFact,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { code, status } = error instanceof Problem ? error : { code: 'server.failed', status: 500 };
    // The failure itself is what the caller has to hear of, also when it cannot be written down. Without a
    // database (503) it cannot.
    if (status !== 503) {
      await recordAudit(sql, actor, { ...fact, outcome: 'FAILURE', code }).catch(() => undefined);
    }
    throw error;
  }
}
