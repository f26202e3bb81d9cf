import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { FailureNote } from '../kit/failure-note.tsx';
import { common } from '../words/common.ts';
import { type AskedSignIn, askedSignIn, watchSignIn } from './fresh-sign-in.ts';
import { ownAddress } from './own-address.ts';
import { sessionQuery } from './session.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { sessionWords } from './words.ts';

/** What it interrupts is often a dialog itself. */
const aboveDialogs = 250;

/** Where a fresh sign-in is asked for; once, in `Backoffice`. */
export function FreshSignInHost() {
  const asked = useSyncExternalStore(watchSignIn, askedSignIn);
  return (
    <Modal
      opened={asked !== undefined}
      onClose={() => asked?.cancel()}
      closeOnClickOutside={false}
      zIndex={aboveDialogs}
      title={<Text fw={600}>{sessionWords.againTitle}</Text>}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      {asked && <Ask asked={asked} />}
    </Modal>
  );
}

function Ask({ asked }: { readonly asked: AskedSignIn }) {
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: (session) => {
      const { queryKey } = sessionQuery();
      const before = client.getQueryData(queryKey);
      // Another operator's passkey: what stands on the screen is not theirs.
      if (before?.operator.id !== session.operator.id) return location.assign(ownAddress(undefined));
      client.setQueryData(queryKey, session);
      asked.done();
    },
  });
  return (
    <Stack gap="md">
      <Text>{sessionWords.againText}</Text>
      {signIn.isError && <FailureNote failure={signIn.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={asked.cancel}>
          {common.cancel}
        </Button>
        <Button
          data-autofocus
          leftSection={<IconFingerprint size={18} aria-hidden />}
          loading={signIn.isPending}
          onClick={() => signIn.mutate()}
        >
          {sessionWords.againAction}
        </Button>
      </Group>
    </Stack>
  );
}
