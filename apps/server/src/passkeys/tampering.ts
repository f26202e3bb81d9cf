import { systemActor } from '../access/system-actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../db/sql.ts';
import { holdAlarm } from './registration-alarm.sql.ts';

/** A passkey whose row is not the one that was registered. */
export type Tampered = {
  readonly tenant: string;
  readonly kind: 'passkey' | 'operator-passkey';
  readonly id: string;
  /** Whose passkey its row says that it is. */
  readonly userId?: string;
  readonly operatorId?: string;
};

/** Sounds the alarm of a passkey that somebody exchanged or edited. Never throws: whoever met it refuses it all the same. */
export type TamperingAlarm = (found: Tampered) => Promise<void>;

export type AlarmNeeds = {
  readonly sql: Database;
  /** Says it to whoever runs the server. */
  readonly cry: (sentence: string, facts: Readonly<Record<string, unknown>>) => void;
};

/** Writes an error to the log each time, and `passkey.tampered` to the audit once an hour, out of any transaction. */
export function tamperingAlarm({ sql, cry }: AlarmNeeds): TamperingAlarm {
  return async ({ tenant, kind, id, ...owner }) => {
    cry('A passkey in the database is not the one that was registered.', { tenant, kind, passkey: id });
    try {
      await sql.transaction(async (transaction) => {
        const target = { kind, id };
        if (await holdAlarm(transaction, tenant, { action: tamperedAction, target })) return;
        const fact = { action: tamperedAction, outcome: 'FAILURE', code: tamperedAction, target } as const;
        await recordAudit(transaction, systemActor(tenant), { ...fact, facts: owner });
      });
    } catch (error) {
      cry('The alarm is not in the audit.', { err: error, tenant, kind, passkey: id });
    }
  };
}

/** Its code as a problem, its action in the audit, its finding at the passkey. */
export const tamperedAction = 'passkey.tampered';
