import type { WebhookTest } from '@latchkey/contract';
import { Code, Text } from '@mantine/core';
import { Facts } from '../kit/facts.tsx';
import { deliveryWords } from './words.ts';

type Props = Omit<WebhookTest, 'isAccepted'>;

/** What came back from a receiver. */
export const AnswerFacts = ({ answerStatus, answerBody, failure, durationMs }: Props) => (
  <>
    <Facts
      facts={[
        [deliveryWords.answer, answerStatus === undefined ? undefined : String(answerStatus)],
        [deliveryWords.failure, failure && deliveryWords.reason(failure, answerStatus)],
        [
          deliveryWords.duration,
          durationMs === undefined ? undefined : deliveryWords.milliseconds(durationMs),
        ],
      ]}
    />
    {answerBody !== undefined && answerBody !== '' && (
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {deliveryWords.body}
        </Text>
        <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-word' }}>
          {answerBody}
        </Code>
      </div>
    )}
  </>
);
