import { type ApiKey, createApiKey, listApiKeys } from '@latchkey/contract';
import { IconKey } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { Copyable } from '../kit/copyable.tsx';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { Described } from '../kit/list/described.tsx';
import { ListScreen } from '../kit/list/list-screen.tsx';
import { containing, pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
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
      <Described description={description}>
        <TextLink to="/api-keys/$apiKeyId" params={{ apiKeyId: id }} fw={550}>
          {name}
        </TextLink>
      </Described>
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
  return (
    <ListScreen
      answer={answer}
      columns={columns}
      list={{ search, change }}
      onOpen={({ id }) => void navigate({ to: '/api-keys/$apiKeyId', params: { apiKeyId: id } })}
      createAt={may(createApiKey) ? '/api-keys/new' : undefined}
      icon={IconKey}
      words={{ ...keyWords, search: common.search }}
    />
  );
}
