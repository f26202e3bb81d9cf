import type { Clock } from '@latchkey/kernel';
import { type Repeated, repeatedly } from '../background/repeatedly.ts';
import type { Database } from '../db/sql.ts';
import { instanceEraser } from './erase-finished.ts';
import { fireDueInstance } from './fire-due-instance.ts';
import type { MoveInstance } from './move-instance.ts';
import { claimOutbox } from './outbox.sql.ts';
import type { Report } from './perform-task.ts';
import { lockDueInstance, postponeInstance } from './process-instances.sql.ts';
import { runOutboxEntry } from './run-outbox-entry.ts';

type Needs = {
  readonly database: Database;
  readonly move: MoveInstance;
  readonly now: Clock;
  readonly report: Report;
  /** Pause between two looks in milliseconds, give or take a quarter. */
  readonly pauseMs?: number;
};

/** The part of a server that works when nobody asks: timers, deadlines, effects left for later, retention periods. */
export type Clockwork = Repeated & {
  /** One look: everything due, up to a batch of each kind. Answers how much there was. */
  readonly tick: () => Promise<number>;
};

const batch = 50;
const postponedMs = 5_000;

/** Makes the clockwork of one server process; any number may run on one database. */
export function clockwork(needs: Needs): Clockwork {
  const erase = instanceEraser(needs);
  const tick = async () => (await fireDue(needs)) + (await drainOutbox(needs)) + (await erase(needs.now()));
  const failed = (error: unknown) => needs.report(error, { part: 'clockwork' });
  return Object.freeze({ tick, ...repeatedly({ work: tick, pauseMs: needs.pauseMs ?? 500, failed }) });
}

async function fireDue(needs: Needs): Promise<number> {
  for (let fired = 0; fired < batch; fired += 1) if (!(await fireOne(needs))) return fired;
  return batch;
}

async function fireOne({ database, move, now, report }: Needs): Promise<boolean> {
  const moment = now();
  let claimed: string | undefined;
  try {
    const id = await fireDueInstance(move, async (sql) => {
      const instance = await lockDueInstance(sql, moment);
      claimed = instance?.id;
      return instance;
    });
    return id !== undefined;
  } catch (error) {
    if (claimed === undefined) throw error;
    report(error, { instance: claimed });
    await postponeInstance(database, claimed, moment, moment + postponedMs);
    return true;
  }
}

async function drainOutbox({ database, move, report }: Needs): Promise<number> {
  const entries = await claimOutbox(database, batch);
  for (const entry of entries) {
    await runOutboxEntry(move, entry).catch((error: unknown) =>
      report(error, { instance: entry.instanceId }),
    );
  }
  return entries.length;
}
