import type { Actor } from '../access/actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { startedForUser } from './registration-audit.ts';

/** The action of an alarm. */
export const alarmAction = 'passkey-registration.alarm';

const count: Statement = {
  name: 'registration-alarm.count',
  text: `select count(*)::integer as started from (
    select from audit where tenant_id = $1 and actor_kind = $2
      and coalesce(facts->>'operatorId', facts->>'apiKeyId') = $3 and action = '${startedForUser}'
      and outcome = 'SUCCESS' and at > clock_timestamp() - interval '1 hour' limit $4) started`,
};

const hold: Statement = {
  name: 'registration-alarm.hold',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
};

const rung: Statement = {
  name: 'registration-alarm.rung',
  text: `select exists (select from audit where tenant_id = $1 and target_kind = $2 and target_id = $3
    and action = $4 and at > clock_timestamp() - interval '1 hour') as rung`,
};

/** What it is about, and its action in the audit. */
export type Alarm = {
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: string };
};

/** How many registrations for others an actor started within an hour, under whatever name, counted no further than `most`. */
export async function countStarted(sql: Sql, { tenant, kind, id }: Actor, most: number): Promise<number> {
  const row = await sql.row<{ readonly started: number }>(count, [tenant, kind, id, most]);
  return row?.started ?? 0;
}

/** Whether this alarm about this target rang within an hour; nobody else asks until the transaction ends. */
export async function holdAlarm(
  transaction: Sql,
  tenant: string,
  { action, target }: Alarm,
): Promise<boolean> {
  await transaction.row(hold, [`${action} ${tenant} ${target.kind} ${target.id}`]);
  const row = await transaction.row<{ readonly rung: boolean }>(rung, [
    tenant,
    target.kind,
    target.id,
    action,
  ]);
  return row?.rung ?? false;
}
