import { testWebhook } from '@latchkey/contract';
import { Button, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useWrite } from '../api/use-write.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { Section } from '../kit/form/section.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import { deliveryWords } from './words.ts';

/** Sends a test and shows what came back. */
export function WebhookTestPanel({ webhookId }: { readonly webhookId: string }) {
  const { mutate, data, error, isPending } = useWrite(testWebhook);
  return (
    <Section title={deliveryWords.testTitle} text={deliveryWords.testText}>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconSend size={16} />}
        loading={isPending}
        onClick={() => mutate({ params: { webhookId }, body: {} })}
      >
        {deliveryWords.test}
      </Button>
      {error !== null && <FailureNote failure={error} />}
      <div role="status">
        {data && !isPending && (
          <Stack gap="md">
            <StatusBadge tone={data.isAccepted ? 'good' : 'bad'}>
              {data.isAccepted
                ? deliveryWords.testAccepted(data.answerStatus ?? 0)
                : deliveryWords.testRefused}
            </StatusBadge>
            <AnswerFacts {...data} />
          </Stack>
        )}
      </div>
    </Section>
  );
}
