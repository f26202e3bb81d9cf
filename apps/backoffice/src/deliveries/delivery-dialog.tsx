import type { WebhookDelivery } from '@latchkey/contract';
import { Modal, Stack, Text } from '@mantine/core';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { absoluteTime } from '../kit/relative-time.ts';
import { common } from '../words/common.ts';
import { AnswerFacts } from './answer-facts.tsx';
import { DeliveryStatusBadge } from './delivery-columns.tsx';
import { deliveryWords } from './words.ts';

type Props = { readonly delivery: WebhookDelivery | undefined; readonly onClose: () => void };

/** One delivery in full, with the last answer. */
export const DeliveryDialog = ({ delivery, onClose }: Props) => (
  <Modal
    opened={delivery !== undefined}
    onClose={onClose}
    size="lg"
    title={<Text fw={600}>{delivery?.type}</Text>}
    closeButtonProps={{ 'aria-label': common.close }}
  >
    {delivery && (
      <Stack gap="md">
        <Facts
          facts={[
            [deliveryWords.status, <DeliveryStatusBadge key="status" status={delivery.status} />],
            [
              deliveryWords.eventId,
              <Copyable key="id" text={delivery.eventId} what={deliveryWords.eventId} />,
            ],
            [deliveryWords.happened, absoluteTime(delivery.createdDtm)],
            [deliveryWords.tried, delivery.lastAttemptDtm && absoluteTime(delivery.lastAttemptDtm)],
            [deliveryWords.attempts, String(delivery.attempts)],
          ]}
        />
        <AnswerFacts {...delivery} />
      </Stack>
    )}
  </Modal>
);
