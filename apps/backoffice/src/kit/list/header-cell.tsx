import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { Column } from './column.ts';
import classes from './data-list.module.css';

type Props<Item> = {
  readonly column: Column<Item>;
  readonly sort: string | undefined;
  readonly onSort: (sort: string | undefined) => void;
};

/** A header that sorts: ascending, descending, as the server likes. */
export function HeaderCell<Item>({ column, sort, onSort }: Props<Item>) {
  const { header, isActions } = column;
  const direction = directionOf(column.sort, sort);
  return (
    <Table.Th
      data-from={column.from}
      data-align={column.align}
      style={{ '--width': column.width } as CSSProperties}
      {...(direction !== 'none' && { 'aria-sort': direction })}
    >
      {isActions ? (
        <VisuallyHidden>{header}</VisuallyHidden>
      ) : column.sort === undefined ? (
        header
      ) : (
        <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(column.sort, direction))}>
          {header}
          <SortMark direction={direction} />
        </UnstyledButton>
      )}
    </Table.Th>
  );
}

type Direction = 'ascending' | 'descending' | 'none';

function directionOf(field: string | undefined, sort: string | undefined): Direction {
  if (field === undefined || sort?.split(',')[0] !== field) return 'none';
  return sort.endsWith(',desc') ? 'descending' : 'ascending';
}

const nextSort = (field: string | undefined, direction: Direction): string | undefined =>
  ({ none: `${field},asc`, ascending: `${field},desc`, descending: undefined })[direction];

const marks = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

function SortMark({ direction }: { readonly direction: Direction }) {
  const Mark = marks[direction];
  return <Mark size={13} aria-hidden data-idle={direction === 'none' || undefined} />;
}
