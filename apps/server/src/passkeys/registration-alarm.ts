import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { recentlyKnown } from '../access/recently-known.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../db/sql.ts';
import { alarmAction, countStarted, holdAlarm } from './registration-alarm.sql.ts';

type Needs = {
  readonly sql: Database;
  readonly now: Clock;
  /** Registrations for others that one actor may start in an hour before the audit sounds an alarm. */
  readonly takeoverAlarm: number;
};
/** Until when, or for how many starts, this process need not count again. */
type Quiet = { starts: number; readonly untilMs: number };

const hourMs = 3_600_000;
const trustedMs = 60_000;

/**
 * Counts in the audit what an actor started for others within an hour, in whatever process; beyond the limit writes
 * `passkey-registration.alarm`, once an hour. A count is trusted for a sixteenth of what was left and for a minute at
 * most, so that near the limit every start counts.
 */
export function registrationAlarm({ sql, now, takeoverAlarm }: Needs) {
  const known = recentlyKnown<Quiet>(10_000);
  return async (actor: Actor): Promise<void> => {
    const key = `${actor.tenant} ${actor.kind} ${actor.id}`;
    const quiet = known.get(key);
    if (quiet && quiet.starts > 0 && now() < quiet.untilMs) {
      quiet.starts -= 1;
      return;
    }
    const started = await countStarted(sql, actor, takeoverAlarm + 1);
    const left = takeoverAlarm - started;
    if (left >= 0) {
      known.set(key, { starts: Math.floor(left / 16), untilMs: now() + trustedMs });
      return;
    }
    await ring(sql, actor, started);
    known.set(key, { starts: Number.POSITIVE_INFINITY, untilMs: now() + hourMs / 4 });
  };
}

const ring = (sql: Database, actor: Actor, started: number): Promise<void> =>
  sql.transaction(async (transaction) => {
    const target = { kind: actor.kind === 'client' ? 'api-key' : 'operator', id: actor.id };
    if (await holdAlarm(transaction, actor.tenant, { action: alarmAction, target })) return;
    await recordAudit(transaction, actor, {
      action: alarmAction,
      outcome: 'FAILURE',
      code: 'passkey.many-registrations',
      target,
      facts: { started, inHours: 1 },
    });
  });
