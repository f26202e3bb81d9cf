import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Form } from '../kit/form/use-form.ts';
import type { Attribute, UserValues } from './user-values.ts';
import { userWords } from './words.ts';

/** Names and texts of one's own, line by line. */
export function AttributeFields({ form }: { readonly form: Form<UserValues> }) {
  const { attributes } = form.values;
  const put = (next: readonly Attribute[]) => form.set({ attributes: next });
  const edit = (place: number, change: Partial<Attribute>) =>
    put(attributes.map((one, index) => (index === place ? { ...one, ...change } : one)));
  const error = form.errors.at('attributes');
  return (
    <>
      {attributes.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, names change while typing.
        <Group key={place} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            label={userWords.attributeName}
            value={name}
            flex={1}
            miw={0}
            onChange={({ currentTarget }) => edit(place, { name: currentTarget.value })}
          />
          <TextInput
            label={userWords.attributeValue}
            value={value}
            flex={2}
            miw={0}
            onChange={({ currentTarget }) => edit(place, { value: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={userWords.removeAttribute(name || String(place + 1))}
            onClick={() => put(attributes.filter((_, index) => index !== place))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {error !== undefined && (
        <Text c="var(--mantine-color-error)" size="sm">
          {error}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => put([...attributes, { name: '', value: '' }])}
      >
        {userWords.addAttribute}
      </Button>
    </>
  );
}
