import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { common } from '../../words/common.ts';

type Props = {
  readonly children: ReactNode;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
};

/** The filters above a list; `SearchBox` first. */
export const FilterBar = ({ children, isFiltered, onClear }: Props) => (
  <Group gap="xs" mb="sm" role="search" align="flex-end">
    {children}
    {isFiltered && (
      <Button variant="subtle" size="sm" px="xs" onClick={onClear}>
        {common.clearFilters}
      </Button>
    )}
  </Group>
);
