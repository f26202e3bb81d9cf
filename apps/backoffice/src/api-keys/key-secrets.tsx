import type { CreatedApiKey } from '@latchkey/contract';
import { Stack, Text } from '@mantine/core';
import { Section } from '../kit/form/section.tsx';
import { LinkButton } from '../kit/links.tsx';
import { SecretText } from '../kit/secret-text.tsx';
import { keyWords } from './words.ts';

/** The secrets of a new key, the only time that they are shown. */
export const KeySecrets = ({ created }: { readonly created: CreatedApiKey }) => (
  <Section title={keyWords.secretsTitle} text={keyWords.secretsText}>
    <Secret label={keyWords.code} help={keyWords.codeHelp} text={created.code} />
    <Secret label={keyWords.clientId} text={created.clientId} />
    <Secret label={keyWords.clientSecret} help={keyWords.clientSecretHelp} text={created.clientSecret} />
    <LinkButton
      to="/api-keys/$apiKeyId"
      params={{ apiKeyId: created.id }}
      style={{ alignSelf: 'flex-start' }}
    >
      {keyWords.done}
    </LinkButton>
  </Section>
);

const Secret = ({
  label,
  help,
  text,
}: {
  readonly label: string;
  readonly help?: string;
  readonly text: string;
}) => (
  <Stack gap={4}>
    <Text fw={550}>{label}</Text>
    <SecretText text={text} what={label} />
    {help !== undefined && (
      <Text size="sm" c="dimmed">
        {help}
      </Text>
    )}
  </Stack>
);
