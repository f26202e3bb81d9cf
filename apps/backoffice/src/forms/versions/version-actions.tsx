import {
  createCustomDataForm,
  deleteCustomDataForm,
  deployCustomDataForm,
  type FormVersion,
  getCustomDataForm,
} from '@latchkey/contract';
import { call } from '../../api/call.ts';
import { useWrite } from '../../api/use-write.ts';
import { confirm } from '../../kit/confirmations.ts';
import { toast } from '../../kit/toasts.ts';
import { VersionButton } from '../../kit/versions/version-button.tsx';
import { VersionDeeds } from '../../kit/versions/version-deeds.tsx';
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
  const { id, name, version } = one;
  const may = useMay();
  const creating = useWrite(createCustomDataForm);
  const deploying = useWrite(deployCustomDataForm);
  const removing = useWrite(deleteCustomDataForm);
  const isNewest = id === newest.id;
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
  return (
    <VersionDeeds
      version={one}
      deploy={
        may(deployCustomDataForm) && {
          effect: formWords.deployEffect,
          run: () => deploying.mutateAsync({ params: { id }, body: {} }),
        }
      }
      remove={
        may(deleteCustomDataForm) && {
          effect: formWords.deleteEffect,
          run: () => removing.mutateAsync({ params: { id } }),
        }
      }
    >
      {!isNewest && (
        <VersionButton label={formWords.compare} onClick={() => onCompare({ before: one, after: newest })} />
      )}
      {!isNewest && may(createCustomDataForm) && (
        <VersionButton label={formWords.rollBack} onClick={bringBack} />
      )}
    </VersionDeeds>
  );
}
