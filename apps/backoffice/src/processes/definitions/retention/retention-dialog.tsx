import {
  mostRetentionDays,
  type ProcessRetention,
  setProcessRetention,
  usualRetentionDays,
} from '@latchkey/contract';
import { Text } from '@mantine/core';
import { useWrite } from '../../../api/use-write.ts';
import { DialogForm } from '../../../kit/form/dialog-form.tsx';
import { NumberField } from '../../../kit/form/number-field.tsx';
import { useForm } from '../../../kit/form/use-form.ts';
import { toast } from '../../../kit/toasts.ts';
import { retentionWords } from './retention-words.ts';

type Props = { readonly retention: ProcessRetention; readonly onClose: () => void };
type Values = { readonly retentionDays: number | '' };

/** Asks for another retention period. */
export function RetentionDialog({ retention: { name, retentionDays, isUsual }, onClose }: Props) {
  const set = useWrite(setProcessRetention);
  const initial: Values = { retentionDays: isUsual ? '' : retentionDays };
  const form = useForm<Values>(initial, async (values) => {
    const days = values.retentionDays === '' ? null : values.retentionDays;
    const now = await set.mutateAsync({ params: { name }, body: { retentionDays: days } });
    toast(retentionWords.saved(now.retentionDays));
    onClose();
  });
  return (
    <DialogForm
      form={form}
      title={retentionWords.changeTitle}
      action={retentionWords.save}
      isOpen
      onClose={onClose}
    >
      <NumberField
        form={form}
        name="retentionDays"
        label={retentionWords.field}
        help={retentionWords.fieldHelp(usualRetentionDays, mostRetentionDays)}
        min={1}
        max={mostRetentionDays}
      />
      <Text size="sm" c="dimmed">
        {retentionWords.effect}
      </Text>
    </DialogForm>
  );
}
