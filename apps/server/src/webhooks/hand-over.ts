import type { JobQueue } from '../background/job-queue.ts';
import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { inEachTenant } from '../tenants/each-tenant.ts';
import type { DeliveryJob } from './deliver-event.ts';
import { forgetDeliveries, takeWaiting, tenantsWithWaiting } from './deliveries.sql.ts';

type Needs = { readonly database: Database; readonly queue: JobQueue<DeliveryJob> };

const batch = 200;
const forgottenAtOnce = 1_000;

/**
 * Hands waiting events over to the queue, up to two hundred of each tenant: the outbox moves on in the transaction that
 * adds the jobs. Answers how many.
 */
export async function handOver({ database, queue }: Needs): Promise<number> {
  let handed = 0;
  for (const tenant of await tenantsWithWaiting(database)) {
    handed += await inTenant(tenant, () =>
      database.transaction(async (sql) => {
        const taken = await takeWaiting(sql, tenant, batch);
        if (taken.length > 0)
          await queue.add(
            sql.foreign,
            taken.map((key) => ({ group: tenant, data: { tenant, ...key } })),
          );
        return taken.length;
      }),
    );
  }
  return handed;
}

/** Forgets old deliveries, up to a thousand of each tenant. Answers how many. */
export async function forgetOldDeliveries(database: Database): Promise<number> {
  const each = await inEachTenant(database, (tenant) => forgetDeliveries(database, tenant, forgottenAtOnce));
  return each.reduce((sum, one) => sum + one, 0);
}
