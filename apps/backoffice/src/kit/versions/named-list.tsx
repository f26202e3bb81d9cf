import type { Page as PageOf } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import type { EmptyWords } from '../empty-state.tsx';
import { LinkButton, TextLink } from '../links.tsx';
import type { Column } from '../list/column.ts';
import { DataList } from '../list/data-list.tsx';
import { FilterBar } from '../list/filter-bar.tsx';
import { SearchBox } from '../list/search-box.tsx';
import { Page } from '../page.tsx';
import type { NamedVersion } from './named-version.ts';
import type { NamedSearch } from './use-named-search.ts';
import { versionColumns } from './version-columns.tsx';
import { versionWords } from './version-words.ts';

/** Where the screens of one kind stand. */
export type NamedPlace = '/forms' | '/pages' | '/themes';

type Props = {
  readonly at: NamedPlace;
  /** The newest version of each name, from `useRead`. */
  readonly answer: UseQueryResult<PageOf<NamedVersion>>;
  readonly list: NamedSearch;
  readonly mayCreate: boolean;
  readonly icon: NonNullable<EmptyWords['icon']>;
  readonly words: {
    readonly title: string;
    readonly description: string;
    readonly create: string;
    readonly noneTitle: string;
    readonly noneText: string;
  };
  /** What stands below the list. */
  readonly children?: ReactNode;
};

/** The screen that lists what has names and versions: search, the newest version of each, a way to make another. */
export function NamedList({ at, answer, list, mayCreate, icon, words, children }: Props) {
  const { search, change } = list;
  const navigate = useNavigate();
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        mayCreate && (
          <LinkButton to={`${at}/new`} leftSection={<IconPlus size={16} />}>
            {words.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={versionWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={words.title}
        answer={answer}
        columns={columns[at]}
        rowKey={({ id }) => id}
        onOpen={({ name }) => void navigate({ to: `${at}/$name`, params: { name } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{
          icon,
          title: words.noneTitle,
          text: words.noneText,
          ...(mayCreate && {
            action: { label: words.create, onClick: () => void navigate({ to: `${at}/new` }) },
          }),
        }}
      />
      {children}
    </Page>
  );
}

const columnsAt = (at: NamedPlace): readonly Column<NamedVersion>[] => [
  {
    id: 'name',
    header: versionWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <>
        <TextLink to={`${at}/$name`} params={{ name }} fw={550}>
          {name}
        </TextLink>
        {description !== '' && (
          <Text c="dimmed" size="sm" lineClamp={1}>
            {description}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'version',
    header: versionWords.version,
    width: '6rem',
    from: 'sm',
    align: 'right',
    cell: ({ version }) => <span className="lk-number">{version}</span>,
  },
  ...versionColumns,
];

const columns: Readonly<Record<NamedPlace, readonly Column<NamedVersion>[]>> = {
  '/forms': columnsAt('/forms'),
  '/pages': columnsAt('/pages'),
  '/themes': columnsAt('/themes'),
};
