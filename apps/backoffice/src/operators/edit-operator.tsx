import { type Operator, updateOperator } from '@latchkey/contract';
import { useWrite } from '../api/use-write.ts';
import { DialogForm } from '../kit/form/dialog-form.tsx';
import { SelectField, TextField } from '../kit/form/fields.tsx';
import { useForm } from '../kit/form/use-form.ts';
import { toast } from '../kit/toasts.ts';
import { common } from '../words/common.ts';
import { roleChoices } from './role-choices.ts';
import { StoresField, storesOf } from './stores-field.tsx';
import { operatorWords } from './words.ts';

type Props = { readonly operator: Operator; readonly isOpen: boolean; readonly onClose: () => void };

const statusChoices = (['ACTIVE', 'BLOCKED'] as const).map((value) => ({
  value,
  label: operatorWords.statuses[value],
}));

/** Changes name, role, stores or status of an operator. */
export function EditOperator({ operator: { id, name, role, stores = [], status }, isOpen, onClose }: Props) {
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
