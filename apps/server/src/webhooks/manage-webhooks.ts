import type { NewWebhook, Webhook, WebhookChange, WebhookWithSecret } from '@latchkey/contract';
import type { Clock, NewId } from '@latchkey/kernel';
import { Problem } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../db/sql.ts';
import type { EgressAllowance } from '../egress/address-ranges.ts';
import { readTarget } from '../egress/egress-target.ts';
import type { Vault } from '../secrets/vault.ts';
import { type DeliveryKey, reviveDead, reviveDelivery } from './deliveries.sql.ts';
import { sourceOf } from './event-of-record.ts';
import type { PostEvent } from './post-event.ts';
import { rotationMs, webhookProblems } from './webhook.ts';
import { newWebhookSecret, secretPlace, shownSecret } from './webhook-secret.ts';
import {
  changeWebhook,
  findEndpoint,
  findWebhook,
  insertWebhook,
  removeWebhook,
  replaceSecret,
} from './webhooks.sql.ts';

export type WebhookNeeds = {
  readonly sql: Database;
  readonly newId: NewId;
  readonly now: Clock;
  readonly vault: Vault;
  readonly allowance: EgressAllowance;
  readonly postEvent: PostEvent;
};

/** What people do with endpoints. Each throws `webhook.not-found` where there is none. */
export function manageWebhooks({ sql, newId, now, vault, allowance, postEvent }: WebhookNeeds) {
  return Object.freeze({
    /** Throws `webhook.invalid`, `webhook.too-many`. */
    create: async (actor: Actor, { name, url, events, status }: NewWebhook): Promise<WebhookWithSecret> => {
      checkUrl(url, allowance);
      const id = newId();
      const secret = newWebhookSecret();
      const endpoint = {
        id,
        name,
        url,
        events: [...new Set(events)],
        status: status ?? ('ENABLED' as const),
        secret: await vault.seal(secretPlace({ tenant: actor.tenant, webhookId: id }), secret),
      };
      const made = await sql.transaction((within) => insertWebhook(within, actor, endpoint));
      if (made === undefined) throw webhookProblems.create('webhook.too-many');
      return { ...made, secret: shownSecret(secret) };
    },
    read: async (actor: Actor, id: string): Promise<Webhook> =>
      (await findWebhook(sql, actor.tenant, id)) ?? absent(),
    /** Throws `webhook.invalid`. */
    update: async (actor: Actor, id: string, change: WebhookChange): Promise<Webhook> => {
      if (change.url !== undefined) checkUrl(change.url, allowance);
      const events = change.events && [...new Set(change.events)];
      return (await changeWebhook(sql, actor, id, { ...change, ...(events && { events }) })) ?? absent();
    },
    remove: async (actor: Actor, id: string): Promise<void> => {
      if (!(await removeWebhook(sql, actor, id))) absent();
    },
    /** For a day the secret before signs as well, so that receivers change over when they like. */
    rotate: async (actor: Actor, id: string): Promise<WebhookWithSecret> => {
      const secret = newWebhookSecret();
      const sealed = await vault.seal(secretPlace({ tenant: actor.tenant, webhookId: id }), secret);
      const changed = (await replaceSecret(sql, actor, id, sealed, rotationMs)) ?? absent();
      return { ...changed, secret: shownSecret(secret) };
    },
    /** Posts at once and keeps nothing but the audit's record. */
    test: async (actor: Actor, id: string) => {
      const { tenant } = actor;
      const endpoint = (await findEndpoint(sql, tenant, id)) ?? absent();
      const type = 'webhook.tested';
      const attempt = await postEvent({ tenant, webhookId: id }, endpoint, {
        specversion: '1.0',
        id: newId(),
        source: sourceOf(tenant),
        type,
        time: new Date(now()).toISOString(),
        subject: `webhook/${id}`,
        datacontenttype: 'application/json',
        data: { actor: { kind: actor.kind }, target: { kind: 'webhook', id } },
      });
      const isAccepted = attempt.failure === undefined;
      await recordAudit(sql, actor, { action: type, target: { kind: 'webhook', id }, facts: { isAccepted } });
      return { isAccepted, ...attempt };
    },
    /** Throws `webhook.delivery-not-found`. */
    resend: async (actor: Actor, key: DeliveryKey): Promise<void> => {
      if (!(await reviveDelivery(sql, actor, key)))
        throw webhookProblems.create('webhook.delivery-not-found');
    },
    resendDead: (actor: Actor, webhookId: string | undefined) =>
      sql.transaction(async (within) => {
        const resent = await reviveDead(within, actor.tenant, webhookId);
        const target = { kind: 'webhook', ...(webhookId !== undefined && { id: webhookId }) };
        if (resent > 0)
          await recordAudit(within, actor, { action: 'webhook.resent', target, facts: { resent } });
        return { resent };
      }),
  });
}
export type ManageWebhooks = ReturnType<typeof manageWebhooks>;

function checkUrl(url: string, allowance: EgressAllowance): void {
  try {
    readTarget(url, allowance);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw webhookProblems.create('webhook.invalid', { errors: [{ pointer: '/url', detail: error.title }] });
  }
}

function absent(): never {
  throw webhookProblems.create('webhook.not-found');
}
