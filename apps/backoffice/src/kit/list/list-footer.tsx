import type { Page } from '@latchkey/contract';
import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { common } from '../../words/common.ts';
import classes from './data-list.module.css';
import { usualSize } from './list-search.ts';

type Props = {
  readonly page: Omit<Page<unknown>, 'content'>;
  readonly label: string;
  readonly onSearch: (change: { page?: number | undefined; size?: number | undefined }) => void;
};

const sizes = ['10', '25', '50', '100'];

/** Which rows of how many, and the way to the others. */
export function ListFooter({ page, label, onSearch }: Props) {
  const { number, size, numberOfElements, totalElements } = page;
  const from = number * size;
  return (
    <nav className={classes.footer} aria-label={label}>
      <Text size="sm" c="dimmed" className="lk-number">
        {common.rows(Math.min(from + 1, totalElements), from + numberOfElements, totalElements)}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={common.rowsPerPage}
          data={sizes.includes(String(size)) ? sizes : [...sizes, String(size)]}
          value={String(size)}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ size: Number(value) === usualSize ? undefined : Number(value), page: undefined })
          }
        />
        <ActionIcon
          variant="default"
          aria-label={common.previousPage}
          disabled={page.first}
          onClick={() => onSearch({ page: number <= 1 ? undefined : number })}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={common.nextPage}
          disabled={page.last}
          onClick={() => onSearch({ page: number + 2 })}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </nav>
  );
}
