import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { listDeliveryPage } from './deliveries.sql.ts';
import type { ManageWebhooks } from './manage-webhooks.ts';
import { listWebhookPage } from './webhooks.sql.ts';

type Needs = { readonly sql: Sql; readonly webhooks: ManageWebhooks };

const about = (what: string, id?: string) => ({
  action: `webhook.${what}`,
  target: { kind: 'webhook', ...(id !== undefined && { id }) },
});

/** The routes of webhooks. */
export const webhooksHttp = ({ sql, webhooks }: Needs): readonly Bound[] => [
  bind(contract.createWebhook, ({ actor, body }) =>
    audited(sql, actor, about('created'), () => webhooks.create(actor, body)),
  ),
  bind(contract.listWebhooks, ({ actor, query }) => listWebhookPage(sql, actor.tenant, query)),
  bind(contract.getWebhook, ({ actor, params }) => webhooks.read(actor, params.webhookId)),
  bind(contract.updateWebhook, ({ actor, params: { webhookId: id }, body }) =>
    audited(sql, actor, about('changed', id), () => webhooks.update(actor, id, body)),
  ),
  bind(contract.deleteWebhook, async ({ actor, params: { webhookId: id } }) => {
    await audited(sql, actor, about('deleted', id), () => webhooks.remove(actor, id));
    return undefined;
  }),
  bind(contract.rotateWebhookSecret, ({ actor, params: { webhookId: id } }) =>
    audited(sql, actor, about('secret-rotated', id), () => webhooks.rotate(actor, id)),
  ),
  bind(contract.testWebhook, ({ actor, params: { webhookId: id } }) =>
    audited(sql, actor, about('tested', id), () => webhooks.test(actor, id)),
  ),
  bind(contract.listWebhookDeliveries, ({ actor, query }) => listDeliveryPage(sql, actor.tenant, query)),
  bind(contract.resendWebhookDelivery, async ({ actor, params }) => {
    await audited(sql, actor, about('resent', params.webhookId), () => webhooks.resend(actor, params));
    return undefined;
  }),
  bind(contract.resendDeadWebhookDeliveries, ({ actor, body }) => webhooks.resendDead(actor, body.webhookId)),
];
