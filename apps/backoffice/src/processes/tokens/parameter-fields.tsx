import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Form } from '../../kit/form/use-form.ts';
import type { Parameter, TokenValues } from './token-values.ts';
import { tokenWords } from './token-words.ts';

/** Parameters of one's own, line by line. */
export function ParameterFields({ form }: { readonly form: Form<TokenValues> }) {
  const { parameters } = form.values;
  const put = (next: readonly Parameter[]) => form.set({ parameters: next });
  const edit = (place: number, change: Partial<Parameter>) =>
    put(parameters.map((one, index) => (index === place ? { ...one, ...change } : one)));
  return (
    <div>
      <Text fw={550}>{tokenWords.more}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {tokenWords.parameterHelp}
      </Text>
      {parameters.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, names change while typing.
        <Group key={place} gap="xs" wrap="nowrap" align="flex-end" mb="xs">
          <TextInput
            label={tokenWords.parameterName}
            value={name}
            flex={1}
            miw={0}
            onChange={({ currentTarget }) => edit(place, { name: currentTarget.value })}
          />
          <TextInput
            label={tokenWords.parameterValue}
            value={value}
            flex={2}
            miw={0}
            onChange={({ currentTarget }) => edit(place, { value: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={tokenWords.removeParameter(name || String(place + 1))}
            onClick={() => put(parameters.filter((_, index) => index !== place))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => put([...parameters, { name: '', value: '' }])}
      >
        {tokenWords.addParameter}
      </Button>
    </div>
  );
}
