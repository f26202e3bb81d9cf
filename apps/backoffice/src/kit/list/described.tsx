import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly description: string; readonly children: ReactNode };

/** The name of a row, and below it what the thing is for. */
export const Described = ({ description, children }: Props) => (
  <>
    {children}
    {description !== '' && (
      <Text c="dimmed" size="sm" lineClamp={1}>
        {description}
      </Text>
    )}
  </>
);
