import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { boundsOf, type FairGate, fairGate } from './fair-gate.ts';
import { limiter } from './limiter.ts';
import { type Limits, limits } from './limits.ts';
import { type Rates, usualRates } from './rate.ts';
import { leaseRequests } from './request-buckets.sql.ts';
import { tenantRates } from './tenant-rates.ts';

type Needs = {
  readonly sql: Sql;
  readonly now: Clock;
  readonly rates?: Rates | undefined;
  readonly poolSize?: number | undefined;
  readonly trustedProxies?: readonly string[] | undefined;
};

/** Everything that keeps one from taking what is others', put together: the limits, and the gate before the database. */
export function composeLimits({ sql, now, rates = usualRates, poolSize = 10, trustedProxies = [] }: Needs): {
  readonly limits: Limits;
  readonly gate: FairGate;
} {
  return {
    limits: limits({
      count: limiter({ lease: (key, asked) => leaseRequests(sql, key, asked), now }),
      rates,
      tenantRates: tenantRates({ sql, now }),
      isBehindKnownProxy: trustedProxies.length > 0,
    }),
    gate: fairGate(boundsOf(poolSize), now),
  };
}
