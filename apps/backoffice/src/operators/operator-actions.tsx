import { deleteOperator, type Operator, updateOperator } from '@latchkey/contract';
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { SelectField, TextField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { roleChoices } from './role-choices.ts';
import { StoresField, storesOf } from './stores-field.tsx';
import { operatorWords } from './words.ts';

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
      <EditOperator
        key={operator.lastUpdatedDtm}
        operator={operator}
        isOpen={isEditing}
        onClose={editing.close}
      />
    </>
  );
}

type EditProps = Props & { readonly isOpen: boolean; readonly onClose: () => void };

const statusChoices = (['ACTIVE', 'BLOCKED'] as const).map((value) => ({
  value,
  label: operatorWords.statuses[value],
}));

function EditOperator({ operator: { id, name, role, stores = [], status }, isOpen, onClose }: EditProps) {
  const update = useWrite(updateOperator);
  const before = { name, role, stores: stores as readonly string[], status };
  const set = (values: typeof before) => {
    const body = { ...values, stores: storesOf(values) };
    return update.mutateAsync({ params: { operatorId: id }, body });
  };
  const form = useForm(before, async (body) => {
    await set(body);
    toast(operatorWords.saved(body.name), () => set(before));
    onClose();
  });
  return (
    <DialogForm
      form={form}
      title={operatorWords.editTitle(name)}
      action={common.save}
      isOpen={isOpen}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={operatorWords.name} isRequired />
      <SelectField
        form={form}
        name="role"
        label={operatorWords.role}
        help={operatorWords.roleHelp[form.values.role]}
        choices={roleChoices}
      />
      <StoresField form={form} />
      <SelectField form={form} name="status" label={operatorWords.status} choices={statusChoices} />
    </DialogForm>
  );
}
