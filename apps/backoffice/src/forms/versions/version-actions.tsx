import {
  createCustomDataForm,
  deleteCustomDataForm,
  deployCustomDataForm,
  type FormVersion,
  getCustomDataForm,
} from '@latchkey/contract';
import { Button, Group } from '@mantine/core';
import { call } from '../../api/call.ts';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { toast } from '../../kit/toasts.ts';
import { useMay } from '../../session/use-session.ts';
import { formWords } from '../form-words.ts';
import type { Comparison } from './compare-dialog.tsx';

type Props = {
  readonly version: FormVersion;
  /** The newest version: what a comparison looks at, and what is not to be brought back. */
  readonly newest: FormVersion;
  readonly onCompare: (comparison: Comparison) => void;
};

/** What one can do with a version: deploy, compare, bring back, delete. */
export function VersionActions({ version: one, newest, onCompare }: Props) {
  const { id, name, version, status } = one;
  const may = useMay();
  const creating = useWrite(createCustomDataForm);
  const deploying = useWrite(deployCustomDataForm);
  const removing = useWrite(deleteCustomDataForm);
  const isNewest = id === newest.id;
  const deploy = () =>
    confirm({
      title: formWords.deployTitle(name, version),
      effect: formWords.deployEffect,
      action: formWords.deploy,
      run: async () => {
        await deploying.mutateAsync({ params: { id }, body: {} });
        toast(formWords.deployed(name, version));
      },
    });
  const bringBack = () =>
    confirm({
      title: formWords.rollBackTitle(name, version),
      effect: formWords.rollBackEffect(newest.version),
      action: formWords.rollBack,
      run: async () => {
        const { resource, description } = await call(getCustomDataForm, { params: { id } });
        const body = { name, description, resource, creationOption: 'Save & Deploy' } as const;
        const made = await creating.mutateAsync({ body });
        toast(formWords.rolledBack(version, made.version));
      },
    });
  const remove = () =>
    confirm({
      title: formWords.deleteTitle(name, version),
      effect: formWords.deleteEffect,
      action: formWords.delete,
      isDangerous: true,
      run: async () => {
        await removing.mutateAsync({ params: { id } });
        toast(formWords.deleted(name, version));
      },
    });
  return (
    <Group gap="xs">
      {status === 'EDITABLE' && may(deployCustomDataForm) && (
        <Button size="xs" variant="default" onClick={deploy}>
          {formWords.deploy}
        </Button>
      )}
      {!isNewest && (
        <Button size="xs" variant="default" onClick={() => onCompare({ before: one, after: newest })}>
          {formWords.compare}
        </Button>
      )}
      {!isNewest && may(createCustomDataForm) && (
        <Button size="xs" variant="default" onClick={bringBack}>
          {formWords.rollBack}
        </Button>
      )}
      {may(deleteCustomDataForm) && (
        <Button size="xs" variant="light" color="red" onClick={remove}>
          {formWords.delete}
        </Button>
      )}
    </Group>
  );
}
