import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with webhooks. */
export const webhookProblems = defineProblems({
  'webhook.not-found': { title: 'There is no such webhook.', status: 404 },
  'webhook.delivery-not-found': { title: 'There is no such delivery.', status: 404 },
  'webhook.invalid': { title: 'The webhook is not as described.', status: 400 },
  'webhook.too-many': { title: 'A tenant has at most 20 webhooks.', status: 409 },
});

/** Most endpoints of one tenant. */
export const mostWebhooks = 20;

/** How long events are signed with the secret before as well. */
export const rotationMs = 24 * 3_600_000;

/** What a delivery is told of, beside the problem codes of the way out. */
export type DeliveryFailure =
  | 'webhook.refused'
  | 'webhook.gone'
  | 'webhook.disabled'
  | 'webhook.event-forgotten'
  | 'webhook.secret-unreadable'
  | 'webhook.interrupted'
  | `egress.${string}`;

/** What one attempt came to; without a failure it was accepted. */
export type Attempt = {
  readonly answerStatus?: number;
  readonly answerBody?: string;
  readonly failure?: DeliveryFailure;
  readonly durationMs: number;
};
