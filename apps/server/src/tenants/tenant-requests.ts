import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { selectRequestLimit } from './request-limit.sql.ts';
import { tenantProblems } from './tenant.ts';

type Window = {
  readonly limit: number | null;
  readonly readAtMs: number;
  startedAtMs: number;
  taken: number;
};

const minuteMs = 60_000;
const staleMs = 5_000;

/**
 * Counts the requests of each tenant in this process and throws `tenant.too-many-requests` beyond its limit of the
 * minute; another tenant's requests do not count against it. A changed limit acts within five seconds.
 */
export function tenantRequests({ sql, now }: { readonly sql: Sql; readonly now: Clock }) {
  const windows = new Map<string, Window>();
  return async (tenant: string): Promise<void> => {
    const moment = now();
    const window = await current(sql, windows, tenant, moment);
    if (window.limit === null) return;
    if (moment - window.startedAtMs >= minuteMs) Object.assign(window, { startedAtMs: moment, taken: 0 });
    if (window.taken >= window.limit) {
      const left = window.startedAtMs + minuteMs - moment;
      throw tenantProblems.create('tenant.too-many-requests', { retryAfterSeconds: Math.ceil(left / 1000) });
    }
    window.taken += 1;
  };
}

async function current(
  sql: Sql,
  windows: Map<string, Window>,
  tenant: string,
  moment: number,
): Promise<Window> {
  const known = windows.get(tenant);
  if (known !== undefined && moment - known.readAtMs < staleMs) return known;
  const limit = await inTenant(tenant, () => selectRequestLimit(sql, tenant));
  const counted = windows.get(tenant) ?? { startedAtMs: moment, taken: 0 };
  const window = { ...counted, limit, readAtMs: moment };
  if (windows.size >= 10_000) windows.clear();
  windows.set(tenant, window);
  return window;
}
