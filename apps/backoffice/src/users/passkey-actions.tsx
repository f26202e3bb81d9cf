import { deletePasskey, type Passkey, type User, updatePasskey } from '@latchkey/contract';
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { RenamePasskey } from './rename-passkey.tsx';
import { userName } from './user-name.ts';
import { userWords } from './words.ts';

type Props = { readonly passkey: Passkey; readonly user: User };

/** Rename, block, revoke. */
export function PasskeyActions({ passkey, user }: Props) {
  const may = useMay();
  const [isRenaming, renaming] = useDisclosure();
  const update = useWrite(updatePasskey);
  const remove = useWrite(deletePasskey);
  const params = { storeName: user.storeName, userId: user.id, id: passkey.id };
  const isBlocked = passkey.status === 'BLOCKED';
  const setStatus = (status: Passkey['status']) => update.mutateAsync({ params, body: { status } });
  const unblock = () =>
    void setStatus('ACTIVE').then(() => toast(userWords.unblockDone, () => setStatus('BLOCKED')));
  const block = () =>
    confirm({
      title: userWords.blockTitle(passkey.name),
      effect: userWords.blockEffect,
      action: userWords.block,
      run: async () => {
        await setStatus('BLOCKED');
        toast(userWords.blockDone, () => setStatus('ACTIVE'));
      },
    });
  const revoke = () =>
    confirm({
      title: userWords.revokeTitle(passkey.name),
      effect: userWords.revokeEffect(userName(user)),
      action: userWords.revokeAction,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params });
        toast(userWords.revoked);
      },
    });
  if (!may(updatePasskey) && !may(deletePasskey)) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={common.actionsOf(passkey.name)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may(updatePasskey) && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={renaming.open}>
              {userWords.rename}
            </Menu.Item>
          )}
          {may(updatePasskey) && (
            <Menu.Item leftSection={<IconBan size={16} />} onClick={isBlocked ? unblock : block}>
              {isBlocked ? userWords.unblock : userWords.block}
            </Menu.Item>
          )}
          {may(deletePasskey) && (
            <Menu.Item c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={revoke}>
              {userWords.revoke}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <RenamePasskey passkey={passkey} params={params} isOpen={isRenaming} onClose={renaming.close} />
    </>
  );
}
