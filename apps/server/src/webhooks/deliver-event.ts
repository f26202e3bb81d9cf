import { systemActor } from '../access/system-actor.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { buryDelivery, type DeliveryKey, keepAttempt, loadDelivery } from './deliveries.sql.ts';
import { eventOfRecord } from './event-of-record.ts';
import type { PostEvent } from './post-event.ts';
import { disableGoneWebhook } from './webhooks.sql.ts';

/** A job of the queue: ids and nothing else, since its tables stand outside the walls between tenants. */
export type DeliveryJob = DeliveryKey & { readonly tenant: string };

type Needs = { readonly sql: Sql; readonly postEvent: PostEvent };

/**
 * Tries a delivery once; a receiver that is gone (410) is switched off. Answers whether it is over; `false`: it is to be
 * tried anew.
 */
export function deliverEvent({ sql, postEvent }: Needs) {
  return ({ tenant, webhookId, eventId }: DeliveryJob): Promise<boolean> =>
    inTenant(tenant, async () => {
      const key = { webhookId, eventId };
      const found = await loadDelivery(sql, tenant, key);
      if (found === undefined) return true;
      const { record, isEnabled } = found;
      if (!isEnabled || record === undefined) {
        await buryDelivery(sql, tenant, key, isEnabled ? 'webhook.event-forgotten' : 'webhook.disabled');
        return true;
      }
      const attempt = await postEvent({ tenant, webhookId }, found, eventOfRecord(tenant, record));
      await keepAttempt(sql, tenant, key, attempt);
      if (attempt.failure === 'webhook.gone') {
        await disableGoneWebhook(sql, systemActor(tenant), webhookId);
        await buryDelivery(sql, tenant, key);
        return true;
      }
      return attempt.failure === undefined;
    });
}

/** Keeps a delivery that was tried as often as it may be, for people to look at and to send again. */
export const giveUpDelivery =
  (sql: Sql) =>
  ({ tenant, ...key }: DeliveryJob): Promise<void> =>
    inTenant(tenant, async () => {
      await buryDelivery(sql, tenant, key);
    });
