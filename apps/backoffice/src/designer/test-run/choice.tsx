import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './test-run.module.css';

type ChoiceProps = {
  readonly icon?: ReactNode;
  readonly isMain?: boolean;
  readonly isBusy: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
};

/** One thing that may happen, by one press. */
export function Choice({ icon, isMain = false, isBusy, onPick, children }: ChoiceProps) {
  return (
    <Button
      className={classes.choice}
      size="xs"
      variant={isMain ? 'filled' : 'default'}
      justify="flex-start"
      leftSection={icon}
      disabled={isBusy}
      onClick={onPick}
    >
      {children}
    </Button>
  );
}
