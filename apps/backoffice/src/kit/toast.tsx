import { CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { common } from '../words/common.ts';
import classes from './toast.module.css';
import { closeToast, shownToasts, undoToast, watchToasts } from './toasts.ts';

/** Where toasts appear; once, in `Backoffice`. */
export function ToastHost() {
  const toasts = useSyncExternalStore(watchToasts, shownToasts);
  return (
    <div className={classes.host} role="status" aria-live="polite">
      {toasts.map((one) => (
        <Paper key={one.id} className={classes.toast} shadow="md" withBorder>
          <Group gap="xs" wrap="nowrap">
            {one.isNotice ? (
              <IconInfoCircle
                size={18}
                className={classes.icon}
                color="var(--mantine-color-anchor)"
                aria-hidden
              />
            ) : (
              <IconCircleCheck size={18} className={classes.icon} color="var(--lk-good)" aria-hidden />
            )}
            <Text size="md" flex={1}>
              {one.text}
            </Text>
            {one.undo && (
              <button type="button" className={classes.act} onClick={() => void undoToast(one)}>
                {common.undo}
              </button>
            )}
            {one.action && (
              <button type="button" className={classes.act} onClick={one.action.run}>
                {one.action.label}
              </button>
            )}
            <CloseButton size="sm" aria-label={common.close} onClick={() => closeToast(one.id)} />
          </Group>
        </Paper>
      ))}
    </div>
  );
}
