import { deleteUser, type User, updateUserStatus } from '@latchkey/contract';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { userName } from './user-name.ts';
import { statusLabel } from './user-status-badge.tsx';
import { userWords } from './words.ts';

const settable = ['ACTIVE', 'LOCKED', 'DISABLED', 'PENDING_ACTIVE'] as const;

/** What can be done with a user: another status, deletion. */
export function UserActions({ user }: { readonly user: User }) {
  const may = useMay();
  return (
    <>
      {may(updateUserStatus) && <StatusMenu user={user} />}
      {may(deleteUser) && <DeleteUser user={user} />}
    </>
  );
}

function StatusMenu({ user }: { readonly user: User }) {
  const set = useWrite(updateUserStatus);
  const params = { storeName: user.storeName, userId: user.id };
  const choose = (status: string) =>
    confirm({
      title: userWords.statusTitle(userName(user), statusLabel(status)),
      effect: userWords.statusEffect,
      action: userWords.setStatus,
      run: async () => {
        await set.mutateAsync({ params: { ...params, status } });
        toast(userWords.statusSet(userName(user), statusLabel(status)), () =>
          set.mutateAsync({ params: { ...params, status: user.status } }),
        );
      },
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          {userWords.setStatus}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {settable
          .filter((status) => status !== user.status)
          .map((status) => (
            <Menu.Item key={status} onClick={() => choose(status)}>
              {statusLabel(status)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function DeleteUser({ user }: { readonly user: User }) {
  const navigate = useNavigate();
  const remove = useWrite(deleteUser, { alsoChanges: ['Passkeys'] });
  const { storeName } = user;
  const ask = () =>
    confirm({
      title: userWords.deleteTitle(userName(user)),
      effect: userWords.deleteEffect,
      action: userWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { storeName, userId: user.id } });
        toast(userWords.deleted(userName(user)));
        await navigate({ to: '/users', search: { store: storeName } });
      },
    });
  return (
    <Button variant="default" c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
      {userWords.delete}
    </Button>
  );
}
