import { createStore, listStores, type Store } from '@latchkey/contract';
import { IconBuildingStore } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { Described } from '../kit/list/described.tsx';
import { ListScreen } from '../kit/list/list-screen.tsx';
import { containing, pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
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
      <Described description={description}>
        <TextLink to="/stores/$storeName" params={{ storeName: name }} fw={550}>
          {name}
        </TextLink>
      </Described>
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
  return (
    <ListScreen
      answer={answer}
      columns={columns}
      list={{ search, change }}
      onOpen={({ name }) => void navigate({ to: '/stores/$storeName', params: { storeName: name } })}
      createAt={may(createStore) ? '/stores/new' : undefined}
      icon={IconBuildingStore}
      words={{ ...storeWords, search: common.search }}
    />
  );
}
