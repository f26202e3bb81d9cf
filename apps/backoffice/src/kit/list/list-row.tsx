import { Table } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { Column } from './column.ts';
import classes from './data-list.module.css';

type Props<Item> = {
  readonly item: Item;
  readonly columns: readonly Column<Item>[];
  readonly onOpen?: (item: Item) => void;
};

/** A row: a click anywhere opens it; links, buttons and marked text keep their own meaning. */
export function ListRow<Item>({ item, columns, onOpen }: Props<Item>) {
  return (
    <Table.Tr
      className={onOpen ? classes.opens : classes.row}
      {...(onOpen && { onClick: (event: MouseEvent) => isPlain(event) && onOpen(item) })}
    >
      {columns.map((column) => (
        <Table.Td
          key={column.id}
          data-from={column.from}
          data-align={column.align}
          data-actions={column.isActions}
        >
          {column.cell(item)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function isPlain({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const isOwn = target instanceof Element && target.closest('a,button,input,label,[data-actions=true]');
  const isMarking = (getSelection()?.toString() ?? '') !== '';
  return !isOwn && !isMarking && !ctrlKey && !metaKey && !shiftKey;
}
