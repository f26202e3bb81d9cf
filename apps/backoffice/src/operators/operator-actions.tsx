import { deleteOperator, type Operator, updateOperator } from '@latchkey/contract';
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { lazyPart } from '../kit/lazy-part.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { operatorWords } from './words.ts';

/** Most who look at operators change none. */
const EditOperator = lazyPart(() => import('./edit-operator.tsx').then((module) => module.EditOperator));

type Props = { readonly operator: Operator };

/** Edit and delete. */
export function OperatorActions({ operator }: Props) {
  const may = useMay();
  const [isEditing, editing] = useDisclosure();
  const remove = useWrite(deleteOperator);
  const { id, name } = operator;
  const ask = () =>
    confirm({
      title: operatorWords.deleteTitle(name),
      effect: operatorWords.deleteEffect,
      action: operatorWords.delete,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { operatorId: id } });
        toast(operatorWords.deleted(name));
      },
    });
  if (!may(updateOperator) && !may(deleteOperator)) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={common.actionsOf(name)}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {may(updateOperator) && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={editing.open}>
              {operatorWords.edit}
            </Menu.Item>
          )}
          {may(deleteOperator) && (
            <Menu.Item c="var(--lk-bad)" leftSection={<IconTrash size={16} />} onClick={ask}>
              {operatorWords.delete}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isEditing && (
        <Suspense>
          <EditOperator key={operator.lastUpdatedDtm} operator={operator} isOpen onClose={editing.close} />
        </Suspense>
      )}
    </>
  );
}
