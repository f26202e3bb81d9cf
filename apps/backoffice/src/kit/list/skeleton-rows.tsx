import { Skeleton, Table } from '@mantine/core';
import type { Column } from './column.ts';

const rows = [62, 48, 70, 55, 66, 44, 58, 50];

/** Quiet stand-ins for rows that are still on their way. */
export const SkeletonRows = <Item,>({ columns }: { readonly columns: readonly Column<Item>[] }) =>
  rows.map((width) => (
    <Table.Tr key={width} aria-hidden>
      {columns.map((column) => (
        <Table.Td key={column.id} data-from={column.from}>
          <Skeleton height={12} width={`${width}%`} radius="sm" my={5} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
