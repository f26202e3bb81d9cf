import { createCustomPage, deployCustomPage } from '@latchkey/contract';
import { Button, Group } from '@mantine/core';
import { useMay } from '../session/use-session.ts';
import { pageWords } from './page-words.ts';

type Props = {
  readonly isSaving: boolean;
  readonly isDisabled: boolean;
  readonly onSave: (deploys: boolean) => void;
};

/** Saves a new version, and deploys it for whoever may. */
export function SaveButtons({ isSaving, isDisabled, onSave }: Props) {
  const may = useMay();
  if (!may(createCustomPage)) return null;
  const mayDeploy = may(deployCustomPage);
  return (
    <Group gap="xs">
      {mayDeploy && (
        <Button loading={isSaving} disabled={isDisabled} onClick={() => onSave(true)}>
          {pageWords.saveDeploy}
        </Button>
      )}
      <Button
        variant={mayDeploy ? 'default' : 'filled'}
        disabled={isDisabled || isSaving}
        onClick={() => onSave(false)}
      >
        {pageWords.saveDraft}
      </Button>
    </Group>
  );
}
