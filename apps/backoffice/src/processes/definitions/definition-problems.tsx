import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asSentence } from '../../kit/form/field-errors.ts';
import { definitionWords } from './definition-words.ts';

type Props = { readonly errors: readonly { readonly pointer: string; readonly detail: string }[] };

/** The faults of a diagram: each in words, with the element at which it is. */
export const DefinitionProblems = ({ errors }: Props) => (
  <Alert
    color="red"
    role="alert"
    icon={<IconAlertTriangle aria-hidden />}
    title={definitionWords.problemsTitle(errors.length)}
  >
    <List size="md" spacing="xs">
      {errors.map(({ pointer, detail }) => (
        <List.Item key={`${pointer} ${detail}`}>
          {asSentence(detail)}
          {pointer !== '' && (
            <Text size="sm" c="dimmed" component="div">
              {definitionWords.problemAt(pointer.split('/').filter(Boolean).join(' · '))}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  </Alert>
);
