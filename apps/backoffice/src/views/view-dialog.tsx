import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { common } from '../words/common.ts';
import { useViews } from './use-views.ts';
import { isFree, type View } from './view.ts';
import { viewWords } from './words.ts';

type Props = {
  readonly title: string;
  /** The view as it is, or as it would be; its name is asked for. */
  readonly view: View;
  readonly onClose: () => void;
  readonly onKept: (view: View) => void;
};

const mostLetters = 60;

/** Names a view. */
export function ViewDialog({ title, view, onClose, onKept }: Props) {
  const { views, keep } = useViews();
  const [name, setName] = useState(view.name);
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = { ...view, name: name.trim() };
    if (named.name === '') setFault(viewWords.nameMissing);
    else if (!isFree(views, named)) setFault(viewWords.nameTaken);
    else {
      keep(named);
      onKept(named);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            required
            label={viewWords.name}
            description={viewWords.saveHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={mostLetters}
            value={name}
            error={fault}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              setFault(undefined);
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit">{viewWords.action}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
