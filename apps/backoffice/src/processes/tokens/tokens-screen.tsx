import { createProcessToken, listProcessTokens } from '@latchkey/contract';
import { IconLink, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../../api/use-read.ts';
import { LinkButton } from '../../kit/links.tsx';
import { DataList } from '../../kit/list/data-list.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { containing, pageQueryOf } from '../../kit/list/list-search.ts';
import { SearchBox } from '../../kit/list/search-box.tsx';
import { useSearch } from '../../kit/list/use-search.ts';
import { Page } from '../../kit/page.tsx';
import { useMay } from '../../session/use-session.ts';
import { tokenColumns } from './token-columns.tsx';
import { tokenWords } from './token-words.ts';
import { tokensSearch } from './tokens-search.ts';

/** The process tokens. */
export function TokensScreen() {
  const [search, change] = useSearch(tokensSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listProcessTokens, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'createdDtm,desc' }),
      name: containing(search.q),
    },
  });
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  const mayCreate = may(createProcessToken);
  return (
    <Page
      title={tokenWords.title}
      description={tokenWords.description}
      actions={
        mayCreate && (
          <LinkButton to="/tokens/new" leftSection={<IconPlus size={16} />}>
            {tokenWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={tokenWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={tokenWords.title}
        answer={answer}
        columns={tokenColumns}
        rowKey={({ id }) => id}
        onOpen={({ auditId: id }) => void navigate({ to: '/tokens/$id', params: { id } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{
          icon: IconLink,
          title: tokenWords.noneTitle,
          text: tokenWords.noneText,
          ...(mayCreate && {
            action: { label: tokenWords.create, onClick: () => void navigate({ to: '/tokens/new' }) },
          }),
        }}
      />
    </Page>
  );
}
