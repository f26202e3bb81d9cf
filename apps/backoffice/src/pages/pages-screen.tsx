import { type CustomPageVersion, createCustomPage, listCustomPages } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconBrowser, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read.ts';
import { LinkButton, TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { containing, pageQueryOf } from '../kit/list/list-search.ts';
import { SearchBox } from '../kit/list/search-box.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import { useMay } from '../session/use-session.ts';
import { pageWords } from './page-words.ts';
import { pagesSearch } from './pages-search.ts';

const columns: readonly Column<CustomPageVersion>[] = [
  {
    id: 'name',
    header: pageWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <>
        <TextLink to="/pages/$name" params={{ name }} fw={550}>
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
    header: pageWords.version,
    width: '6rem',
    from: 'sm',
    align: 'right',
    cell: ({ version }) => <span className="lk-number">{version}</span>,
  },
  {
    id: 'status',
    header: pageWords.status,
    width: '8rem',
    cell: ({ status }) => <DefinitionStatus status={status} />,
  },
  {
    id: 'live',
    header: pageWords.live,
    from: 'md',
    width: '11rem',
    cell: ({ deployedVersion }) =>
      deployedVersion === undefined ? (
        <Text c="dimmed" size="sm">
          {pageWords.notLive}
        </Text>
      ) : (
        <StatusBadge tone="busy">{pageWords.liveOf(deployedVersion)}</StatusBadge>
      ),
  },
  {
    id: 'changed',
    header: pageWords.changed,
    sort: 'lastUpdatedDtm',
    from: 'sm',
    width: '12rem',
    cell: ({ lastUpdatedDtm, lastUpdatedBy }) => (
      <>
        <Moment at={lastUpdatedDtm} />
        <Text c="dimmed" size="sm">
          {pageWords.by(lastUpdatedBy)}
        </Text>
      </>
    ),
  },
];

/** The Custom Pages by name, each with its newest version. */
export function PagesScreen() {
  const [search, change] = useSearch(pagesSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listCustomPages, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'name,asc' }),
      name: containing(search.q),
      newestOnly: true,
    },
  });
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  const mayCreate = may(createCustomPage);
  return (
    <Page
      title={pageWords.title}
      description={pageWords.description}
      actions={
        mayCreate && (
          <LinkButton to="/pages/new" leftSection={<IconPlus size={16} />}>
            {pageWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={pageWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={pageWords.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ name }) => void navigate({ to: '/pages/$name', params: { name } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{
          icon: IconBrowser,
          title: pageWords.noneTitle,
          text: pageWords.noneText,
          ...(mayCreate && {
            action: { label: pageWords.create, onClick: () => void navigate({ to: '/pages/new' }) },
          }),
        }}
      />
    </Page>
  );
}
