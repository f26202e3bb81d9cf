import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';

type Needs = {
  readonly sql: Sql;
  readonly now: Clock;
  /** Registrations for others that one actor may start in an hour before the audit sounds an alarm. */
  readonly takeoverAlarm: number;
};
type Hour = { readonly startedAt: number; count: number };

const hourMs = 3_600_000;
const mostActors = 10_000;

/** Counts what each actor starts for others in this process; writes `passkey-registration.alarm` once an hour beyond. */
export function registrationAlarm({ sql, now, takeoverAlarm }: Needs) {
  const hours = new Map<string, Hour>();
  return async (actor: Actor): Promise<void> => {
    const key = `${actor.tenant} ${actor.kind} ${actor.id}`;
    const known = hours.get(key);
    const hour = known && now() - known.startedAt < hourMs ? known : { startedAt: now(), count: 0 };
    hour.count += 1;
    if (hours.size >= mostActors) hours.clear();
    hours.set(key, hour);
    if (hour.count !== takeoverAlarm + 1) return;
    await recordAudit(sql, actor, {
      action: 'passkey-registration.alarm',
      outcome: 'FAILURE',
      code: 'passkey.many-registrations',
      target: { kind: actor.kind === 'client' ? 'api-key' : 'operator', id: actor.id },
      facts: { started: hour.count, inHours: 1 },
    });
  };
}
