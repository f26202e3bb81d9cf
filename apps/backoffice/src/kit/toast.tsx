import { CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { common } from '../words/common.ts';
import classes from './toast.module.css';
import { closeToast, shownToasts, watchToasts } from './toasts.ts';

/** Where toasts appear; once, in `Backoffice`. */
export function ToastHost() {
  const toasts = useSyncExternalStore(watchToasts, shownToasts);
  return (
    <div className={classes.host} role="status" aria-live="polite">
      {toasts.map(({ id, text, undo }) => (
        <Paper key={id} className={classes.toast} shadow="md" withBorder>
          <Group gap="xs" wrap="nowrap">
            <IconCircleCheck size={18} color="var(--lk-good)" aria-hidden />
            <Text size="md" flex={1}>
              {text}
            </Text>
            {undo && (
              <button
                type="button"
                className={classes.undo}
                onClick={() => {
                  undo.run();
                  closeToast(id);
                }}
              >
                {undo.label}
              </button>
            )}
            <CloseButton size="sm" aria-label={common.close} onClick={() => closeToast(id)} />
          </Group>
        </Paper>
      ))}
    </div>
  );
}
