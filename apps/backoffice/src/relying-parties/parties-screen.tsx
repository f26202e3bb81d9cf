import { createRelyingParty, listRelyingParties, type RelyingParty } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconFingerprint, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { LinkButton, TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { useMay } from '../session/use-session.ts';
import { NeedsStore } from '../stores/needs-store.tsx';
import { StoreFilter } from '../stores/store-filter.tsx';
import { useStores } from '../stores/use-stores.ts';
import { partiesSearch } from './party-search.ts';
import { partyWords } from './words.ts';

/** The relying parties of an identity store. */
export function PartiesScreen() {
  const [search, change] = useSearch(partiesSearch);
  const may = useMay();
  const { answer, stores, store } = useStores(search.store);
  return (
    <Page
      title={partyWords.title}
      description={partyWords.description}
      actions={
        may(createRelyingParty) &&
        store && (
          <LinkButton
            to="/relying-parties/new"
            search={{ store: store.name }}
            leftSection={<IconPlus size={16} />}
          >
            {partyWords.create}
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
              {stores.length > 1 && (
                <FilterBar isFiltered={false} onClear={() => undefined}>
                  <StoreFilter stores={stores} store={store} onChange={(name) => change({ store: name })} />
                </FilterBar>
              )}
              <PartyList storeName={store.name} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function PartyList({ storeName }: { readonly storeName: string }) {
  const [search, change] = useSearch(partiesSearch);
  const navigate = useNavigate();
  const answer = useRead(listRelyingParties, { params: { storeName }, query: pageQueryOf(search) });
  return (
    <DataList
      label={partyWords.title}
      answer={answer}
      columns={columnsOf(storeName)}
      rowKey={({ id }) => id}
      onOpen={({ relyingPartyId: rpId }) =>
        void navigate({ to: '/relying-parties/$storeName/$rpId', params: { storeName, rpId } })
      }
      search={search}
      onSearch={change}
      empty={{ icon: IconFingerprint, title: partyWords.noneTitle, text: partyWords.noneText }}
    />
  );
}

const columnsOf = (storeName: string): readonly Column<RelyingParty>[] => [
  {
    id: 'id',
    header: partyWords.id,
    sort: 'relyingPartyId',
    cell: ({ relyingPartyId: rpId, name }) => (
      <>
        <TextLink to="/relying-parties/$storeName/$rpId" params={{ storeName, rpId }} fw={550}>
          {rpId}
        </TextLink>
        <Text c="dimmed" size="sm">
          {name}
        </Text>
      </>
    ),
  },
  {
    id: 'origins',
    header: partyWords.origins,
    from: 'sm',
    cell: ({ restrictedOrigins: [first, ...others] }) => (
      <Text size="md">
        {first ?? partyWords.originsAny}
        {others.length > 0 && ` +${others.length}`}
      </Text>
    ),
  },
  {
    id: 'created',
    header: partyWords.created,
    sort: 'createdDtm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];
