import { type ApiKey, createApiKey, listApiKeys } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read.ts';
import { Copyable } from '../kit/copyable.tsx';
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
import { KeyStatusBadge } from './key-status-badge.tsx';
import { keysSearch } from './keys-search.ts';
import { keyWords } from './words.ts';

const columns: readonly Column<ApiKey>[] = [
  {
    id: 'name',
    header: keyWords.name,
    sort: 'name',
    cell: ({ id, name, description }) => (
      <>
        <TextLink to="/api-keys/$apiKeyId" params={{ apiKeyId: id }} fw={550}>
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
    id: 'clientId',
    header: keyWords.clientId,
    from: 'md',
    cell: ({ clientId }) => <Copyable text={clientId} what={keyWords.clientId} isShort />,
  },
  {
    id: 'permissions',
    header: keyWords.permissions,
    from: 'sm',
    cell: ({ permissions }) => keyWords.permissionCount(permissions.length),
  },
  { id: 'status', header: keyWords.status, cell: ({ status }) => <KeyStatusBadge status={status} /> },
  {
    id: 'expires',
    header: keyWords.expires,
    from: 'lg',
    cell: ({ expiringDtm }) => <Moment at={expiringDtm} />,
  },
  {
    id: 'created',
    header: keyWords.created,
    sort: 'createdDtm',
    from: 'sm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];

/** The API keys of the tenant. */
export function KeysScreen() {
  const [search, change] = useSearch(keysSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listApiKeys, { query: { ...pageQueryOf(search), name: containing(search.q) } });
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  return (
    <Page
      title={keyWords.title}
      description={keyWords.description}
      actions={
        may(createApiKey) && (
          <LinkButton to="/api-keys/new" leftSection={<IconPlus size={16} />}>
            {keyWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={common.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={keyWords.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/api-keys/$apiKeyId', params: { apiKeyId: id } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{ icon: IconKey, title: keyWords.noneTitle, text: keyWords.noneText }}
      />
    </Page>
  );
}
