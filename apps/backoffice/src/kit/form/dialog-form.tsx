import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { common } from '../../words/common.ts';
import { FormFailure } from './form-failure.tsx';
import type { Form } from './use-form.ts';

type Props<Values extends object> = {
  readonly form: Form<Values>;
  readonly title: string;
  readonly action: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A short form in a dialog: for one or two fields, where a screen would be too much. */
export function DialogForm<Values extends object>({
  form,
  title,
  action,
  isOpen,
  onClose,
  children,
}: Props<Values>) {
  const frame = useRef<HTMLFormElement>(null);
  const close = () => {
    form.reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={<Text fw={600}>{title}</Text>}
      onEnterTransitionEnd={() => frame.current?.querySelector('input')?.focus()}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form
        ref={frame}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        <Stack gap="md">
          {children}
          <FormFailure form={form} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={form.isSaving}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
