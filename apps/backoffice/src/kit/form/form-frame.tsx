import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../../words/common.ts';
import classes from './form.module.css';
import { FormFailure } from './form-failure.tsx';
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
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Stack gap="lg">
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
