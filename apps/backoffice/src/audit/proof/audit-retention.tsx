import { type AuditChain, updateAuditRetention } from '@latchkey/contract';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWrite } from '../../api/use-write.ts';
import { DialogForm } from '../../kit/form/dialog-form.tsx';
import { NumberField } from '../../kit/form/number-field.tsx';
import { Section } from '../../kit/form/section.tsx';
import { useForm } from '../../kit/form/use-form.ts';
import { toast } from '../../kit/toasts.ts';
import { proofWords } from './proof-words.ts';

type Props = { readonly chain: AuditChain; readonly mayChange: boolean };

/** For how long records are kept, and a way to change it. */
export function AuditRetention({ chain: { keepDays }, mayChange }: Props) {
  const [isChanging, change] = useDisclosure();
  return (
    <Section title={proofWords.retention} text={proofWords.retentionText}>
      <Group gap="xs" justify="space-between">
        <Text fw={550}>{keepDays === null ? proofWords.forever : proofWords.days(keepDays)}</Text>
        {mayChange && (
          <Button variant="default" size="xs" onClick={change.open}>
            {proofWords.change}
          </Button>
        )}
      </Group>
      {isChanging && <RetentionDialog keepDays={keepDays} onClose={change.close} />}
    </Section>
  );
}

type DialogProps = { readonly keepDays: number | null; readonly onClose: () => void };
type Values = { readonly keepDays: number | '' };

function RetentionDialog({ keepDays, onClose }: DialogProps) {
  const update = useWrite(updateAuditRetention);
  const form = useForm<Values>({ keepDays: keepDays ?? '' }, async (values) => {
    const days = values.keepDays === '' ? null : values.keepDays;
    const now = await update.mutateAsync({ body: { keepDays: days } });
    toast(proofWords.saved(now.keepDays));
    onClose();
  });
  return (
    <DialogForm form={form} title={proofWords.retention} action={proofWords.save} isOpen onClose={onClose}>
      <NumberField
        form={form}
        name="keepDays"
        label={proofWords.daysField}
        help={proofWords.daysHelp}
        min={30}
        max={36_500}
      />
      <Text size="sm" c="dimmed">
        {proofWords.daysEffect}
      </Text>
    </DialogForm>
  );
}
