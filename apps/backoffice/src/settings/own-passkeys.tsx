import {
  addOperatorPasskey,
  deleteOperatorPasskey,
  listOperatorPasskeys,
  type OperatorPasskey,
  startOperatorPasskey,
} from '@latchkey/contract';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { Section } from '../kit/form/section.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { createPasskey } from '../session/passkey-ceremony.ts';
import { useSession } from '../session/use-session.ts';
import { settingsWords } from './words.ts';

/** The operator's own passkeys: list, add, delete. */
export function OwnPasskeys() {
  const { operator } = useSession();
  const client = useQueryClient();
  const answer = useRead(listOperatorPasskeys, { params: { operatorId: operator.id }, query: { size: 100 } });
  const add = useMutation({
    mutationFn: async () => {
      const { ceremonyId, options } = await call(startOperatorPasskey, { body: {} });
      return call(addOperatorPasskey, { body: { ceremonyId, response: await createPasskey(options) } });
    },
    onSuccess: async () => {
      toast(settingsWords.added);
      await client.invalidateQueries({ queryKey: queryKeys.subject(listOperatorPasskeys.tag) });
    },
  });
  return (
    <Section title={settingsWords.passkeys} text={settingsWords.passkeysText}>
      <Loaded answer={answer}>
        {({ content }) => content.map((passkey) => <OwnPasskey key={passkey.id} passkey={passkey} />)}
      </Loaded>
      {add.isError && <FailureNote failure={add.error} />}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        loading={add.isPending}
        onClick={() => add.mutate()}
      >
        {settingsWords.add}
      </Button>
    </Section>
  );
}

function OwnPasskey({ passkey }: { readonly passkey: OperatorPasskey }) {
  const { operator } = useSession();
  const remove = useWrite(deleteOperatorPasskey);
  const { id, name, backedUp, createdDtm, lastUsedDtm } = passkey;
  const ask = () =>
    confirm({
      title: settingsWords.deleteTitle(name),
      effect: settingsWords.deleteEffect,
      action: settingsWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { operatorId: operator.id, passkeyId: id } });
        toast(settingsWords.deleted);
      },
    });
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed" component="div">
          {backedUp ? settingsWords.synced : settingsWords.deviceBound} · {settingsWords.created}{' '}
          <Moment at={createdDtm} /> ·{' '}
          {lastUsedDtm === undefined ? settingsWords.neverUsed : settingsWords.lastUsed}{' '}
          {lastUsedDtm !== undefined && <Moment at={lastUsedDtm} />}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={settingsWords.deletePasskey(name)}
        onClick={ask}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
