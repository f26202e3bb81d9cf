import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { common } from '../words/common.ts';
import {
  askedConfirmation,
  type Confirmation,
  closeConfirmation,
  watchConfirmation,
} from './confirmations.ts';
import { FailureNote } from './failure-note.tsx';

/** Where confirmations appear; once, in `Backoffice`. */
export function ConfirmHost() {
  const asked = useSyncExternalStore(watchConfirmation, askedConfirmation);
  return (
    <Modal
      opened={asked !== undefined}
      onClose={closeConfirmation}
      title={<Text fw={600}>{asked?.title}</Text>}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {asked && <Question key={asked.title} {...asked} />}
    </Modal>
  );
}

function Question({ effect, action, run, isDangerous = false, typeName }: Confirmation) {
  const [typed, setTyped] = useState('');
  const { mutate, isPending, error } = useMutation({ mutationFn: run, onSuccess: closeConfirmation });
  const isHeld = typeName !== undefined && typed !== typeName;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isHeld) mutate();
      }}
    >
      <Stack gap="md">
        <Text component="div">{effect}</Text>
        {typeName !== undefined && (
          <TextInput
            label={common.typeToConfirm(typeName)}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {error !== null && <FailureNote failure={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={closeConfirmation}>
            {common.cancel}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            disabled={isHeld}
            color={isDangerous ? 'red' : 'indigo'}
            data-autofocus
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
