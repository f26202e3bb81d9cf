import { createUser, listUsers, userStatuses } from '@latchkey/contract';
import { NativeSelect, Select } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../kit/links.tsx';
import { DataList } from '../kit/list/data-list.tsx';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { SearchBox } from '../kit/list/search-box.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useMay } from '../session/use-session.ts';
import { NeedsStore } from '../stores/needs-store.tsx';
import { StoreFilter } from '../stores/store-filter.tsx';
import { useStores } from '../stores/use-stores.ts';
import { userColumns } from './user-columns.tsx';
import { statusLabel } from './user-status-badge.tsx';
import { beginningWith, searchKeys, usersSearch } from './users-search.ts';
import { userWords } from './words.ts';

/** The users of an identity store: search first. */
export function UsersScreen() {
  const [search, change] = useSearch(usersSearch);
  const may = useMay();
  const { answer, stores, store } = useStores(search.store);
  const { q, by = 'name', status } = search;
  const isFiltered = q !== undefined || status !== undefined;
  const clear = () => change({ q: undefined, status: undefined });
  const look = useCallback((text: string | undefined) => change({ q: text }), [change]);
  return (
    <Page
      title={userWords.title}
      description={userWords.description}
      actions={
        may(createUser) &&
        store && (
          <LinkButton to="/users/new" search={{ store: store.name }} leftSection={<IconPlus size={16} />}>
            {userWords.create}
          </LinkButton>
        )
      }
    >
      <Loaded answer={answer}>
        {() =>
          store === undefined ? (
            <NeedsStore />
          ) : (
            <>
              <FilterBar isFiltered={isFiltered} onClear={clear}>
                <SearchBox label={userWords.search[by]} value={q} onChange={look} />
                <NativeSelect
                  aria-label={userWords.searchBy}
                  data={searchKeys.map((value) => ({ value, label: userWords.by[value] }))}
                  value={by}
                  onChange={({ currentTarget: { value } }) =>
                    change({ by: searchKeys.find((key) => key === value && key !== 'name') })
                  }
                />
                <Select
                  aria-label={userWords.status}
                  placeholder={userWords.anyStatus}
                  clearable
                  data={userStatuses.map((value) => ({ value, label: statusLabel(value) }))}
                  value={status ?? null}
                  onChange={(value) => change({ status: userStatuses.find((one) => one === value) })}
                  w="11rem"
                />
                {stores.length > 1 && (
                  <StoreFilter stores={stores} store={store} onChange={(name) => change({ store: name })} />
                )}
              </FilterBar>
              <UserList storeName={store.name} isFiltered={isFiltered} onClear={clear} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

type ListProps = { readonly storeName: string; readonly isFiltered: boolean; readonly onClear: () => void };

function UserList({ storeName, isFiltered, onClear }: ListProps) {
  const [search, change] = useSearch(usersSearch);
  const navigate = useNavigate();
  const answer = useRead(listUsers, {
    params: { storeName },
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'createdDtm,desc' }),
      [search.by ?? 'name']: beginningWith(search.q),
      status: search.status,
    },
  });
  return (
    <DataList
      label={userWords.title}
      answer={answer}
      columns={userColumns}
      rowKey={({ id }) => id}
      onOpen={({ id }) =>
        void navigate({ to: '/users/$storeName/$userId', params: { storeName, userId: id } })
      }
      search={search}
      onSearch={change}
      isFiltered={isFiltered}
      onClearFilters={onClear}
      empty={{ icon: IconUsers, title: userWords.noneTitle, text: userWords.noneText }}
    />
  );
}
