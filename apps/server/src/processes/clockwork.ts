import type { Clock } from '@latchkey/kernel';
import { type Repeated, repeatedly } from '../background/repeatedly.ts';
import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { instanceEraser } from './erase-finished.ts';
import { fireDueInstance } from './fire-due-instance.ts';
import type { MoveInstance } from './move-instance.ts';
import { claimEffect } from './outbox.sql.ts';
import { type DueWork, findDueEffects, findDueInstances } from './owners.sql.ts';
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

/** Answers how many it fired; what another worker holds does not count. */
async function fireDue(needs: Needs): Promise<number> {
  const due = await findDueInstances(needs.database, needs.now(), batch);
  let fired = 0;
  for (const { tenant, id } of due) if (await inTenant(tenant, () => fireOne(needs, id))) fired += 1;
  return fired;
}

async function fireOne({ database, move, now, report }: Needs, id: string): Promise<boolean> {
  const moment = now();
  let isClaimed = false;
  try {
    const fired = await fireDueInstance(move, async (sql) => {
      const instance = await lockDueInstance(sql, id, moment);
      isClaimed = instance !== undefined;
      return instance;
    });
    return fired !== undefined;
  } catch (error) {
    if (!isClaimed) throw error;
    report(error, { instance: id });
    await postponeInstance(database, id, moment, moment + postponedMs);
    return true;
  }
}

async function drainOutbox(needs: Needs): Promise<number> {
  const due = await findDueEffects(needs.database, batch);
  let done = 0;
  for (const work of due) if (await inTenant(work.tenant, () => carryOut(needs, work))) done += 1;
  return done;
}

async function carryOut({ database, move, report }: Needs, { tenant, id }: DueWork): Promise<boolean> {
  const entry = await claimEffect(database, tenant, id);
  if (entry === undefined) return false;
  await runOutboxEntry(move, entry).catch((error: unknown) => report(error, { instance: entry.instanceId }));
  return true;
}
