import type { Sql } from '../db/sql.ts';
import { tenantProblems } from './tenant.ts';
import { selectHeld, type Thing } from './tenant-counts.sql.ts';

type Room = { left: number; readonly untilMs: number };

const trustedMs = 5_000;
const longestTrust = 1_000;

/**
 * Makes sure that a tenant may have more of something; throws `tenant.limit-reached`. A count is trusted for a
 * sixteenth of the room that it saw and for five seconds at most, so that near the limit every addition counts, and
 * a changed limit acts within them; several processes may each exceed it once by what they still trust.
 */
export function tenantRoom(thing: Thing): (sql: Sql, tenant: string, amount?: number) => Promise<void> {
  const rooms = new Map<string, Room>();
  return async (sql, tenant, amount = 1) => {
    const known = rooms.get(tenant);
    if (known !== undefined && known.left >= amount && performance.now() < known.untilMs) {
      known.left -= amount;
      return;
    }
    const row = await selectHeld(sql, thing, tenant);
    const left = (row?.most ?? Number.POSITIVE_INFINITY) - (row?.held ?? 0);
    if (rooms.size >= 10_000) rooms.clear();
    rooms.set(tenant, { left: trustOf(left), untilMs: performance.now() + trustedMs });
    if (left < amount) {
      throw tenantProblems.create('tenant.limit-reached', {
        detail: `The tenant may have ${row?.most} ${thing}.`,
      });
    }
  };
}

const trustOf = (left: number): number =>
  left === Number.POSITIVE_INFINITY ? left : Math.min(Math.floor(left / 16), longestTrust);
