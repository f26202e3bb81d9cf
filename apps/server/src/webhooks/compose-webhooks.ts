import type { Clock, NewId } from '@latchkey/kernel';
import { jobQueue, type Patience } from '../background/job-queue.ts';
import type { Database } from '../db/sql.ts';
import type { EgressAllowance } from '../egress/address-ranges.ts';
import { egressClient } from '../egress/egress-client.fetch.ts';
import type { Vault } from '../secrets/vault.ts';
import { type DeliveryJob, deliverEvent, giveUpDelivery } from './deliver-event.ts';
import { forgetOldDeliveries, handOver } from './hand-over.ts';
import { manageWebhooks } from './manage-webhooks.ts';
import { postEvent } from './post-event.ts';
import { webhooksHttp } from './webhooks.http.ts';

type Needs = {
  readonly database: Database;
  readonly newId: NewId;
  readonly now: Clock;
  readonly vault: Vault;
  readonly allowance: EgressAllowance;
  readonly patience?: Patience;
  readonly report: (error: unknown, where: Readonly<Record<string, string>>) => void;
};

/** Sixteen tries over a good two days: after 10 s, 20 s, 40 s, … and in the end every eight hours. */
const usualPatience: Patience = Object.freeze({
  retries: 15,
  pauseSeconds: 10,
  longestPauseSeconds: 8 * 3600,
  leaseSeconds: 60,
});

/** Puts webhooks together: their routes, what works in the background, and the queue. */
export function composeWebhooks(needs: Needs) {
  const { database, allowance, report, patience = usualPatience } = needs;
  const post = postEvent({ ...needs, sendRequest: egressClient({ allowance }) });
  const queue = jobQueue<DeliveryJob>({
    database,
    name: 'webhooks',
    patience,
    work: deliverEvent({ sql: database, postEvent: post }),
    giveUp: giveUpDelivery(database),
    report,
  });
  return {
    routes: webhooksHttp({
      sql: database,
      webhooks: manageWebhooks({ ...needs, sql: database, postEvent: post }),
    }),
    queue: { start: queue.start, stop: queue.stop },
    chores: [
      { name: 'hand over webhooks', everyMs: 1_000, work: () => handOver({ database, queue }) },
      { name: 'forget webhooks', everyMs: 3_600_000, work: () => forgetOldDeliveries(database) },
    ],
  };
}
