import type { Page } from '@latchkey/contract';
import { Table } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { common } from '../../words/common.ts';
import { EmptyState, type EmptyWords } from '../empty-state.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useLate } from '../use-late.ts';
import type { Column } from './column.ts';
import classes from './data-list.module.css';
import { HeaderCell } from './header-cell.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListRow } from './list-row.tsx';
import type { PageSearch } from './list-search.ts';
import { SkeletonRows } from './skeleton-rows.tsx';

export type DataListProps<Item> = {
  /** What the list holds, for screen readers: "Users". */
  readonly label: string;
  /** The answer of a list route, from `useRead`. */
  readonly answer: UseQueryResult<Page<Item>>;
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  /** Where a click on a row leads; the first column should hold a link to the same place. */
  readonly onOpen?: (item: Item) => void;
  readonly search: PageSearch;
  readonly onSearch: (change: {
    page?: number | undefined;
    size?: number | undefined;
    sort?: string | undefined;
  }) => void;
  /** Whether a filter is set: then "nothing" means that nothing fits. */
  readonly isFiltered?: boolean;
  readonly onClearFilters?: () => void;
  /** Said when there is nothing at all. */
  readonly empty: EmptyWords;
};

/** A list of the server's pages: filters, order and page stand in the address; it says what it waits for or lacks. */
export function DataList<Item>(props: DataListProps<Item>) {
  const { answer, columns, label, search, onSearch } = props;
  const isLate = useLate(answer.isPending);
  if (answer.isError) return <FailureNote failure={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data?.totalElements === 0) return <NothingThere {...props} />;
  if (answer.isPending && !isLate) return <div className={classes.waiting} />;
  return (
    <section className={classes.list} aria-busy={answer.isPlaceholderData || answer.isPending}>
      <div className={classes.scroll}>
        <Table aria-label={label} className={classes.table} verticalSpacing={9} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <HeaderCell
                  key={column.id}
                  column={column}
                  sort={search.sort}
                  onSort={(sort) => onSearch({ sort })}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {answer.data === undefined ? (
              <SkeletonRows columns={columns} />
            ) : (
              answer.data.content.map((item) => <ListRow key={props.rowKey(item)} item={item} {...props} />)
            )}
          </Table.Tbody>
        </Table>
      </div>
      {answer.data && <ListFooter page={answer.data} label={label} onSearch={onSearch} />}
    </section>
  );
}

function NothingThere<Item>({ isFiltered, onClearFilters, empty }: DataListProps<Item>) {
  if (!isFiltered) return <EmptyState {...empty} />;
  return (
    <EmptyState
      title={common.nothingFits}
      text={common.nothingFitsText}
      {...(onClearFilters && { action: { label: common.clearFilters, onClick: onClearFilters } })}
    />
  );
}
