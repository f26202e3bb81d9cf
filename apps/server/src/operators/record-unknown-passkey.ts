import { systemActor } from '../access/system-actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { findOnlyTenant } from './only-tenant.sql.ts';

/**
 * Writes down a sign-in with a passkey that nobody has. It belongs to no tenant, so it is in the audit only where
 * there is just one.
 */
export async function recordUnknownPasskey(sql: Sql): Promise<void> {
  const tenant = await findOnlyTenant(sql);
  if (tenant === undefined) return;
  const fact = {
    action: 'operator.signed-in',
    outcome: 'FAILURE',
    code: 'operator.sign-in-failed',
    target: { kind: 'operator' },
    facts: { reason: 'unknown passkey' },
  } as const;
  await inTenant(tenant, () => recordAudit(sql, systemActor(tenant, 'sign-in'), fact));
}
