import type { WebhookDelivery } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { ResendButton } from './resend-button.tsx';
import { deliveryWords } from './words.ts';

const tones = { WAITING: 'busy', QUEUED: 'busy', DELIVERED: 'good', DEAD: 'bad' } as const;

/** Where a delivery stands. */
export const DeliveryStatusBadge = ({ status }: Pick<WebhookDelivery, 'status'>) => (
  <StatusBadge tone={tones[status]}>{deliveryWords.deliveryStatuses[status]}</StatusBadge>
);

/** The event and where it goes. */
export const eventColumn: Column<WebhookDelivery> = {
  id: 'event',
  header: deliveryWords.event,
  cell: ({ type, webhookId, webhookName }) => (
    <>
      <Text fw={550} style={{ wordBreak: 'break-word' }}>
        {type}
      </Text>
      <TextLink to="/webhooks/$webhookId" params={{ webhookId }} size="sm">
        {webhookName}
      </TextLink>
    </>
  ),
};

/** The same, with what a phone has no column for: why it failed. */
export const eventWithFailureColumn: Column<WebhookDelivery> = {
  ...eventColumn,
  cell: (delivery) => (
    <>
      {eventColumn.cell(delivery)}
      {delivery.failure !== undefined && (
        <Text c="dimmed" size="sm" data-until="sm">
          {deliveryWords.reason(delivery.failure, delivery.answerStatus)}
        </Text>
      )}
    </>
  ),
};

export const statusColumn: Column<WebhookDelivery> = {
  id: 'status',
  header: deliveryWords.status,
  cell: ({ status }) => <DeliveryStatusBadge status={status} />,
};

/** Why it failed, and how often it was tried. */
export const failureColumn: Column<WebhookDelivery> = {
  id: 'failure',
  header: deliveryWords.failure,
  from: 'sm',
  cell: ({ failure, answerStatus, attempts }) => (
    <>
      {failure !== undefined && <Text>{deliveryWords.reason(failure, answerStatus)}</Text>}
      <Text c="dimmed" size="sm">
        {deliveryWords.attemptCount(attempts)}
      </Text>
    </>
  ),
};

export const happenedColumn: Column<WebhookDelivery> = {
  id: 'created',
  header: deliveryWords.happened,
  sort: 'createdDtm',
  from: 'md',
  width: '9rem',
  cell: ({ createdDtm }) => <Moment at={createdDtm} />,
};

export const resendColumn: Column<WebhookDelivery> = {
  id: 'actions',
  header: deliveryWords.resend,
  isActions: true,
  cell: (delivery) => <ResendButton delivery={delivery} />,
};
