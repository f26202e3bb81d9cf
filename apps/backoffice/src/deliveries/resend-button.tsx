import { resendWebhookDelivery, type WebhookDelivery } from '@latchkey/contract';
import { Button, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { problemIn } from '../api/call-failure.ts';
import { useWrite } from '../api/use-write.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { deliveryWords } from './words.ts';

/** Sends an event that is over once more. */
export function ResendButton({ delivery }: { readonly delivery: WebhookDelivery }) {
  const { webhookId, eventId, type, status } = delivery;
  const may = useMay();
  const resend = useWrite(resendWebhookDelivery);
  const isOver = status === 'DEAD' || status === 'DELIVERED';
  if (!isOver || !may(resendWebhookDelivery)) return null;
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={`${deliveryWords.resend}: ${type}`}
      loading={resend.isPending}
      onClick={() =>
        resend.mutate(
          { params: { webhookId, eventId }, body: {} },
          {
            onSuccess: () => toast(deliveryWords.resent),
            onError: (failure) => toast(problemIn(failure).title),
          },
        )
      }
    >
      <IconSend size={14} aria-hidden />
      <Text span inherit ml={8} data-from="sm">
        {deliveryWords.resend}
      </Text>
    </Button>
  );
}
