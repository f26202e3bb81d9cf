import { createStore, listStores, type Store } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
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
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { storesSearch } from './stores-search.ts';
import { storeWords } from './words.ts';

const columns: readonly Column<Store>[] = [
  {
    id: 'name',
    header: storeWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <>
        <TextLink to="/stores/$storeName" params={{ storeName: name }} fw={550}>
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
    id: 'maxUsers',
    header: storeWords.maxUsers,
    from: 'md',
    align: 'right',
    cell: ({ maxUsers }) => <span className="lk-number">{maxUsers.toLocaleString('en')}</span>,
  },
  {
    id: 'maxPasskeys',
    header: storeWords.maxPasskeys,
    from: 'md',
    align: 'right',
    cell: ({ maxPasskeysPerUser }) => <span className="lk-number">{maxPasskeysPerUser}</span>,
  },
  {
    id: 'created',
    header: storeWords.created,
    sort: 'createdDtm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];

/** The identity stores. */
export function StoresScreen() {
  const [search, change] = useSearch(storesSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listStores, { query: { ...pageQueryOf(search), name: containing(search.q) } });
  const clear = () => change({ q: undefined });
  return (
    <Page
      title={storeWords.title}
      description={storeWords.description}
      actions={
        may(createStore) && (
          <LinkButton to="/stores/new" leftSection={<IconPlus size={16} />}>
            {storeWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={common.search} value={search.q} onChange={(q) => change({ q })} />
      </FilterBar>
      <DataList
        label={storeWords.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ name }) => void navigate({ to: '/stores/$storeName', params: { storeName: name } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{ icon: IconBuildingStore, title: storeWords.noneTitle, text: storeWords.noneText }}
      />
    </Page>
  );
}
