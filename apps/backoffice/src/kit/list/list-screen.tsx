import type { Page as PageOf } from '@latchkey/contract';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import type { EmptyWords } from '../empty-state.tsx';
import { LinkButton } from '../links.tsx';
import { Page } from '../page.tsx';
import type { Column } from './column.ts';
import { DataList } from './data-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import type { PageSearch } from './list-search.ts';
import { SearchBox } from './search-box.tsx';

type Search = PageSearch & { readonly q?: string };

type Props<Item> = {
  /** From `useRead`. */
  readonly answer: UseQueryResult<PageOf<Item>>;
  readonly columns: readonly Column<Item>[];
  readonly list: {
    readonly search: Search;
    readonly change: (change: { readonly [name in keyof Search]?: Search[name] | undefined }) => void;
  };
  readonly onOpen: (item: Item) => void;
  /** The screen that makes another; absent where one may not. */
  readonly createAt: `/${'api-keys' | 'forms' | 'pages' | 'stores' | 'themes' | 'tokens'}/new` | undefined;
  readonly icon: NonNullable<EmptyWords['icon']>;
  readonly words: {
    readonly title: string;
    readonly description: string;
    readonly search: string;
    readonly create: string;
    readonly noneTitle: string;
    readonly noneText: string;
  };
  /** What stands below the list. */
  readonly children?: ReactNode;
};

/** A screen that lists things which are found by their name: search, the list, a way to make another. */
export function ListScreen<Item extends { readonly id: string }>(props: Props<Item>) {
  const { answer, columns, list, onOpen, createAt, icon, words, children } = props;
  const { search, change } = list;
  const navigate = useNavigate();
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        createAt && (
          <LinkButton to={createAt} leftSection={<IconPlus size={16} />}>
            {words.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={words.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={words.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={onOpen}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{
          icon,
          title: words.noneTitle,
          text: words.noneText,
          ...(createAt && {
            action: { label: words.create, onClick: () => void navigate({ to: createAt }) },
          }),
        }}
      />
      {children}
    </Page>
  );
}
