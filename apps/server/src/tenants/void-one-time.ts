import { systemActor } from '../access/system-actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../db/sql.ts';
import { inEachTenant } from './each-tenant.ts';
import { type Voided, voidInTenant } from './void-one-time.sql.ts';

export type { Voided };

/**
 * Ends in every tenant what counts once and a restored database would let count again: operators' sessions, open
 * invitations, registrations under way, and links that count their uses. Audited in each tenant as `tenant.restored`.
 */
export async function voidOneTime(database: Database): Promise<Voided> {
  const each = await inEachTenant(database, (tenant) =>
    database.transaction(async (sql) => {
      const actor = systemActor(tenant, 'command');
      const voided = await voidInTenant(sql, tenant, actor.name);
      const target = { kind: 'tenant', id: tenant };
      await recordAudit(sql, actor, { action: 'tenant.restored', target, facts: { ...voided } });
      return voided;
    }),
  );
  const sum = (kind: keyof Voided) => each.reduce((all, one) => all + one[kind], 0);
  return {
    sessions: sum('sessions'),
    invitations: sum('invitations'),
    registrations: sum('registrations'),
    links: sum('links'),
  };
}
