import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ViewsBar } from '../../views/views-bar.tsx';
import { common } from '../../words/common.ts';
import classes from './filter-bar.module.css';

type Props = {
  readonly children: ReactNode;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
};

/** The filters above a list, `SearchBox` first; above them the views that were saved of it. */
export const FilterBar = ({ children, isFiltered, onClear }: Props) => (
  <>
    <ViewsBar />
    <Group gap="xs" mb="sm" role="search" align="flex-end" className={classes.filters ?? ''}>
      {children}
      {isFiltered && (
        <Button variant="subtle" size="sm" px="xs" onClick={onClear}>
          {common.clearFilters}
        </Button>
      )}
    </Group>
  </>
);
