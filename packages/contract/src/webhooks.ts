import { type Static, Type } from 'typebox';
import { Closed, changeFields, Moment, OptionalOutput, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { webhookEventTypes } from './webhook-events.ts';

const name = Type.String({ minLength: 1, maxLength: 255, description: 'What it is called' });
const url = Type.String({
  minLength: 1,
  maxLength: 2048,
  description: 'Where events are posted: https, and no private address',
});
const type = Words(webhookEventTypes, 'The event, an action of the audit');
const events = Type.Array(type, { minItems: 1, maxItems: 64, description: 'The events that it is told' });
const status = Words(['ENABLED', 'DISABLED'], 'Only ENABLED endpoints are told anything');

const fields = {
  id: Id,
  name,
  url,
  events,
  status,
  disabledReason: Type.Optional(
    Words(
      ['webhook.gone'],
      'Why the server switched it off: `webhook.gone` where it answered 410; absent where somebody did',
    ),
  ),
  previousSecretUntil: Type.Optional(
    Moment('Until when events are also signed with the secret before; absent when there is none'),
  ),
  ...changeFields,
} as const;

/** An endpoint that is told of events, without its secret. */
export const Webhook = Closed(fields, { description: 'An endpoint of webhooks' });
export type Webhook = Static<typeof Webhook>;

/** An endpoint with its secret, which is shown when it is made and never again. */
export const WebhookWithSecret = Closed(
  {
    ...fields,
    secret: Type.String({
      description: 'Signs every event (Standard Webhooks): `whsec_` and base64, shown only now',
    }),
  },
  { description: 'An endpoint of webhooks with its new secret' },
);
export type WebhookWithSecret = Static<typeof WebhookWithSecret>;

/** A new endpoint. */
export const NewWebhook = Closed({ name, url, events, status: Type.Optional(status) });
export type NewWebhook = Static<typeof NewWebhook>;

/** A change of an endpoint: what is absent stays. */
export const WebhookChange = Closed({
  name: Type.Optional(name),
  url: Type.Optional(url),
  events: Type.Optional(events),
  status: Type.Optional(status),
});
export type WebhookChange = Static<typeof WebhookChange>;

const answerFields = {
  answerStatus: Type.Optional(Type.Integer({ description: 'HTTP status of the last answer' })),
  answerBody: OptionalOutput('Beginning of its body'),
  failure: OptionalOutput('Why it failed: a problem code'),
  durationMs: Type.Optional(Type.Integer({ description: 'How long the last attempt took' })),
} as const;

/** What a test of an endpoint came to. */
export const WebhookTest = Closed(
  { isAccepted: Type.Boolean({ description: 'Whether the answer was 2xx' }), ...answerFields },
  { description: 'What the test of an endpoint came to' },
);
export type WebhookTest = Static<typeof WebhookTest>;

const deliveryStatus = Words(
  ['WAITING', 'QUEUED', 'DELIVERED', 'DEAD'],
  'WAITING and QUEUED are on their way; DEAD ones are given up',
);

/** One event on its way to one endpoint. */
export const WebhookDelivery = Closed(
  {
    webhookId: Id,
    webhookName: Type.String({ description: 'Name of the endpoint' }),
    eventId: Type.String({
      description: 'Id of the event: of the audit record, and the header `webhook-id`',
    }),
    type,
    status: deliveryStatus,
    attempts: Type.Integer({ description: 'How often it was tried' }),
    createdDtm: Moment('When it happened'),
    lastAttemptDtm: Type.Optional(Moment('When it was last tried')),
    ...answerFields,
  },
  { description: 'An event on its way to an endpoint' },
);
export type WebhookDelivery = Static<typeof WebhookDelivery>;

const tag = 'Webhooks';
const path = '/api/webhooks/endpoints';
const params = Closed({ webhookId: PathId });
const absent = ['webhook.not-found'];

export const createWebhook = defineRoute({
  id: 'createWebhook',
  method: 'POST',
  path,
  tag,
  summary: 'Create an endpoint; the answer shows its secret once',
  permission: 'Webhooks:createWebhook',
  body: NewWebhook,
  status: 201,
  output: WebhookWithSecret,
  problems: ['webhook.too-many', 'webhook.invalid'],
});

export const listWebhooks = defineRoute({
  id: 'listWebhooks',
  method: 'GET',
  path,
  tag,
  summary: 'List endpoints',
  permission: 'Webhooks:listWebhooks',
  query: Closed(pageQuery(['name', 'createdDtm'])),
  status: 200,
  output: PageOf(Webhook),
  problems: [],
});

export const getWebhook = defineRoute({
  id: 'getWebhook',
  method: 'GET',
  path: `${path}/{webhookId}`,
  tag,
  summary: 'Read an endpoint',
  permission: 'Webhooks:getWebhook',
  params,
  status: 200,
  output: Webhook,
  problems: absent,
});

export const updateWebhook = defineRoute({
  id: 'updateWebhook',
  method: 'POST',
  path: `${path}/{webhookId}`,
  tag,
  summary: 'Change an endpoint',
  permission: 'Webhooks:updateWebhook',
  params,
  body: WebhookChange,
  status: 200,
  output: Webhook,
  problems: [...absent, 'webhook.invalid'],
});

export const deleteWebhook = defineRoute({
  id: 'deleteWebhook',
  method: 'DELETE',
  path: `${path}/{webhookId}`,
  tag,
  summary: 'Delete an endpoint with all that is on its way to it',
  permission: 'Webhooks:deleteWebhook',
  params,
  status: 204,
  problems: absent,
});

export const rotateWebhookSecret = defineRoute({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: `${path}/{webhookId}/secret`,
  tag,
  summary: 'Give an endpoint a new secret; for a day events are signed with both',
  permission: 'Webhooks:rotateWebhookSecret',
  params,
  body: Closed({}),
  status: 200,
  output: WebhookWithSecret,
  problems: absent,
});

export const testWebhook = defineRoute({
  id: 'testWebhook',
  method: 'POST',
  path: `${path}/{webhookId}/test`,
  tag,
  summary: 'Post a signed event of the type `webhook.tested` now, and answer what came back',
  permission: 'Webhooks:testWebhook',
  params,
  body: Closed({}),
  status: 200,
  output: WebhookTest,
  problems: absent,
});

export const listWebhookDeliveries = defineRoute({
  id: 'listWebhookDeliveries',
  method: 'GET',
  path: '/api/webhooks/deliveries',
  tag,
  summary: 'List events on their way, delivered, or given up, newest first',
  permission: 'Webhooks:listWebhookDeliveries',
  query: Closed({
    ...pageQuery(['createdDtm']),
    status: Type.Optional(deliveryStatus),
    webhookId: Type.Optional(PathId),
  }),
  status: 200,
  output: PageOf(WebhookDelivery),
  problems: [],
});

export const resendWebhookDelivery = defineRoute({
  id: 'resendWebhookDelivery',
  method: 'POST',
  path: `${path}/{webhookId}/deliveries/{eventId}/resend`,
  tag,
  summary: 'Send an event to an endpoint again, under the same `webhook-id`',
  permission: 'Webhooks:resendWebhookDelivery',
  params: Closed({ webhookId: PathId, eventId: PathId }),
  body: Closed({}),
  status: 204,
  problems: ['webhook.delivery-not-found'],
});

export const resendDeadWebhookDeliveries = defineRoute({
  id: 'resendDeadWebhookDeliveries',
  method: 'POST',
  path: '/api/webhooks/deliveries/resend',
  tag,
  summary: 'Send again everything that was given up, or that of one endpoint',
  permission: 'Webhooks:resendWebhookDelivery',
  body: Closed({ webhookId: Type.Optional(PathId) }),
  status: 200,
  output: Closed({ resent: Type.Integer({ description: 'How many were taken up again' }) }),
  problems: [],
});

export const webhookRoutes = [
  createWebhook,
  listWebhooks,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  testWebhook,
  listWebhookDeliveries,
  resendWebhookDelivery,
  resendDeadWebhookDeliveries,
] as const;
