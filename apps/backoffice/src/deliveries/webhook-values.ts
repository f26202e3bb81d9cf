import type { Webhook, WebhookEventType } from '@latchkey/contract';

/** A webhook as its form holds it. */
export type WebhookValues = {
  readonly name: string;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
};

/** The form of a webhook, empty for a new one. */
export const webhookValues = (webhook?: Webhook): WebhookValues => ({
  name: webhook?.name ?? '',
  url: webhook?.url ?? '',
  events: webhook?.events ?? [],
});

/** What to send of it. */
export const webhookBody = ({ events, ...texts }: WebhookValues) => ({ ...texts, events: [...events] });
