import { Button, Text, Title } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import classes from './empty-state.module.css';

/** What an empty place says: what the thing is, and the one thing to do. */
export type EmptyWords = {
  readonly title: string;
  readonly text: ReactNode;
  readonly icon?: ComponentType<{ readonly size?: number }>;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

/** A place that has nothing to show yet. */
export const EmptyState = ({ title, text, icon: Icon = IconSparkles, action }: EmptyWords) => (
  <div className={classes.empty}>
    <span className={classes.icon} aria-hidden>
      <Icon size={22} />
    </span>
    <Title order={2} size="h4">
      {title}
    </Title>
    <Text c="dimmed" maw="30rem" component="div">
      {text}
    </Text>
    {action && (
      <Button mt="xs" onClick={action.onClick}>
        {action.label}
      </Button>
    )}
  </div>
);
