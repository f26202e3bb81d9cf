import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import logo from '../shell/latchkey.svg';
import { common } from '../words/common.ts';
import classes from './welcome.module.css';

type Props = { readonly title: string; readonly text?: string; readonly children?: ReactNode };

/** The frame of the screens before sign-in. */
export const Welcome = ({ title, text, children }: Props) => (
  <main className={classes.welcome}>
    <title>{`${title} · ${common.product}`}</title>
    <div className={classes.brand}>
      <img src={logo} alt="" width={36} height={36} />
      <span>{common.backoffice}</span>
    </div>
    <Paper className={classes.card}>
      <div>
        <Title order={1} size="h3">
          {title}
        </Title>
        {text !== undefined && (
          <Text c="dimmed" mt={4}>
            {text}
          </Text>
        )}
      </div>
      {children}
    </Paper>
  </main>
);
