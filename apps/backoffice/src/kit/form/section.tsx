import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form.module.css';

type Props = { readonly title: string; readonly text?: ReactNode; readonly children: ReactNode };

/** A group of fields or facts with its heading. */
export const Section = ({ title, text, children }: Props) => (
  <Paper component="section" className={classes.section}>
    <div>
      <Title order={2} size="h5">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" mt={2} component="div">
          {text}
        </Text>
      )}
    </div>
    <Stack gap="md">{children}</Stack>
  </Paper>
);

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes.row}>{children}</div>
);
