import type { WebhookWithSecret } from '@latchkey/contract';
import { Button, Stack, Text } from '@mantine/core';
import { Section } from '../kit/form/section.tsx';
import { SecretText } from '../kit/secret-text.tsx';
import { deliveryWords } from './words.ts';

type Props = { readonly webhook: WebhookWithSecret; readonly onDone: () => void };

/** The secret of a webhook, the only time that it is shown. */
export const WebhookSecret = ({ webhook: { secret }, onDone }: Props) => (
  <Section title={deliveryWords.secretTitle} text={deliveryWords.secretText}>
    <Stack gap={4}>
      <Text fw={550}>{deliveryWords.secret}</Text>
      <SecretText text={secret} what={deliveryWords.secret} />
    </Stack>
    <Button style={{ alignSelf: 'flex-start' }} onClick={onDone}>
      {deliveryWords.done}
    </Button>
  </Section>
);
