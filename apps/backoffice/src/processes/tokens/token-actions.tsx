import { deleteProcessToken, type ProcessToken, updateProcessToken } from '@latchkey/contract';
import { Button } from '@mantine/core';
import { IconBan, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { tokenWords } from './token-words.ts';

type Props = { readonly token: ProcessToken };

/** Revoke or activate, delete. */
export function TokenActions({ token }: Props) {
  const may = useMay();
  return (
    <>
      {may(updateProcessToken) && <Revoke token={token} />}
      {may(deleteProcessToken) && <Delete token={token} />}
    </>
  );
}

function Revoke({ token: { id, name, status } }: Props) {
  const update = useWrite(updateProcessToken);
  const set = (next: ProcessToken['status']) =>
    update.mutateAsync({ params: { id }, body: { status: next } });
  const activate = () =>
    void set('ACTIVE').then(() => toast(tokenWords.activated(name), () => set('INACTIVE')));
  if (status !== 'ACTIVE')
    return (
      <Button variant="default" onClick={activate}>
        {tokenWords.activate}
      </Button>
    );
  const ask = () =>
    confirm({
      title: tokenWords.revokeTitle(name),
      effect: tokenWords.revokeEffect,
      action: tokenWords.revoke,
      run: async () => {
        await set('INACTIVE');
        toast(tokenWords.revoked(name), () => set('ACTIVE'));
      },
    });
  return (
    <Button variant="default" leftSection={<IconBan size={16} />} onClick={ask}>
      {tokenWords.revoke}
    </Button>
  );
}

function Delete({ token: { id, name } }: Props) {
  const navigate = useNavigate();
  const remove = useWrite(deleteProcessToken);
  const ask = () =>
    confirm({
      title: tokenWords.deleteTitle(name),
      effect: tokenWords.deleteEffect,
      action: tokenWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { id } });
        toast(tokenWords.deleted(name));
        await navigate({ to: '/tokens' });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {tokenWords.delete}
    </Button>
  );
}
