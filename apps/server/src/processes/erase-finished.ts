import type { Database } from '../db/sql.ts';
import { inEachTenant } from '../tenants/each-tenant.ts';
import { eraseFinished } from './retention.sql.ts';

/** Instances that one statement erases. */
const batch = 50;
/** Pause after a look that found less than a batch. */
const pauseMs = 60_000;

/**
 * Makes the eraser of one server process. Called with the time in milliseconds it erases one batch of instances of each
 * tenant whose retention period is over, and answers how many; after less than a batch of each it rests for a minute.
 */
export function instanceEraser({ database }: { readonly database: Database }) {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return async (now: number): Promise<number> => {
    if (now < restsUntil) return 0;
    // Before the work: a failure must not be tried again at every tick.
    restsUntil = now + pauseMs;
    const erased = await inEachTenant(database, () => eraseFinished(database, now, batch));
    if (erased.includes(batch)) restsUntil = now;
    return erased.reduce((sum, each) => sum + each, 0);
  };
}
