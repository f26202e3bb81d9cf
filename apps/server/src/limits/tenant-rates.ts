import type { Clock } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { selectTenantRates, type TenantRates } from './tenant-rates.sql.ts';

type Known = { readonly rates: Promise<TenantRates | undefined>; readonly readAtMs: number };

const staleMs = 5_000;

/** Reads what a tenant says about rates, at most every five seconds. */
export function tenantRates({ sql, now }: { readonly sql: Sql; readonly now: Clock }) {
  const recent = recentlyKnown<Known>(10_000);
  return async (tenant: string): Promise<TenantRates | undefined> => {
    const known = recent.get(tenant);
    if (known !== undefined && now() - known.readAtMs < staleMs) return known.rates;
    const rates = inTenant(tenant, () => selectTenantRates(sql, tenant));
    recent.set(tenant, { rates, readAtMs: now() });
    rates.catch(() => recent.forget(tenant));
    return rates;
  };
}
