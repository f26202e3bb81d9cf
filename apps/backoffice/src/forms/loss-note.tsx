import { Alert, List, Text } from '@mantine/core';
import { builderWords } from './builder/builder-words.ts';
import type { Loss } from './document/losses.ts';

/** What an edit in the builder would not keep. */
export const LossNote = ({ losses }: { readonly losses: readonly Loss[] }) =>
  losses.length === 0 ? null : (
    <Alert color="yellow" role="status" title={builderWords.lossTitle}>
      <Text size="sm">{builderWords.lossText}</Text>
      <List size="sm" mt="xs">
        {losses.map(({ detail, line }) => (
          <List.Item key={`${line} ${detail}`}>
            {builderWords.line(line)}: {detail}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
