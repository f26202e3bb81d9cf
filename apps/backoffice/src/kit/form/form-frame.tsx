import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../../words/common.ts';
import classes from './form.module.css';
import { FormFailure } from './form-failure.tsx';
import { useDraft } from './use-draft.ts';
import type { Form } from './use-form.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useSaveKey } from './use-save-key.ts';

type Props<Values extends object> = {
  readonly form: Form<Values>;
  /** The button: "Create user", or "Save changes" when absent. */
  readonly action?: string;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
  /** A form that makes something new may be sent untouched. */
  readonly isNew?: boolean;
};

/** The frame of a form: Ctrl+S saves, leaving unsaved work asks first, failures stand above the button. */
export function FormFrame<Values extends object>({ form, action, onCancel, children, isNew }: Props<Values>) {
  const mayLeave = !form.isDirty || form.isSaving;
  useLeaveGuard(!mayLeave);
  useSaveKey(() => void form.submit());
  const { isRestored, discard } = useDraft(form);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="lg">
        {isRestored && (
          <Alert color="indigo" role="status">
            <Group gap="xs" justify="space-between">
              <Text size="md">{common.restored}</Text>
              <Button size="xs" variant="default" onClick={discard}>
                {common.discard}
              </Button>
            </Group>
          </Alert>
        )}
        {children}
        <FormFailure form={form} />
        <Group gap="xs" className={classes.actions} data-dirty={form.isDirty || isNew || undefined}>
          <Button type="submit" loading={form.isSaving} disabled={!isNew && !form.isDirty}>
            {action ?? common.save}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {common.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
