import { listOperatorSessions, type OperatorSession, revokeOperatorSession } from '@latchkey/contract';
import { Button, Text } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { toast } from '../kit/toasts.ts';
import { common } from '../words/common.ts';
import { operatorsSearch } from './operators-search.ts';
import { operatorWords } from './words.ts';

const columns: readonly Column<OperatorSession>[] = [
  {
    id: 'operator',
    header: operatorWords.name,
    cell: ({ operator, browser }) => (
      <>
        <Text fw={550}>{operator.name}</Text>
        <Text c="dimmed" size="sm">
          {browser}
        </Text>
      </>
    ),
  },
  {
    id: 'lastSeen',
    header: operatorWords.lastSeen,
    sort: 'lastSeenDtm',
    from: 'sm',
    cell: ({ lastSeenDtm }) => <Moment at={lastSeenDtm} />,
  },
  {
    id: 'begun',
    header: operatorWords.begun,
    sort: 'createdDtm',
    from: 'md',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
  {
    id: 'expires',
    header: operatorWords.expires,
    from: 'lg',
    cell: ({ expiresAt }) => <Moment at={expiresAt} />,
  },
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    cell: (session) =>
      session.current ? (
        <StatusBadge tone="busy">{operatorWords.current}</StatusBadge>
      ) : (
        <Revoke session={session} />
      ),
  },
];

/** Sessions that have not ended: one's own, or everybody's for who may manage operators. */
export function SessionList() {
  const [search, change] = useSearch(operatorsSearch);
  const answer = useRead(listOperatorSessions, { query: pageQueryOf(search) });
  return (
    <DataList
      label={operatorWords.tabs.sessions}
      answer={answer}
      columns={columns}
      rowKey={({ id }) => id}
      search={search}
      onSearch={change}
      empty={{
        icon: IconDevices,
        title: operatorWords.sessionsNoneTitle,
        text: operatorWords.sessionsNoneText,
      }}
    />
  );
}

function Revoke({ session }: { readonly session: OperatorSession }) {
  const revoke = useWrite(revokeOperatorSession);
  const ask = () =>
    confirm({
      title: operatorWords.revokeTitle(session.operator.name),
      effect: operatorWords.revokeEffect,
      action: operatorWords.revoke,
      isDangerous: true,
      run: async () => {
        await revoke.mutateAsync({ params: { operatorSessionId: session.id } });
        toast(operatorWords.revoked);
      },
    });
  return (
    <Button size="xs" variant="default" onClick={ask}>
      {operatorWords.revoke}
    </Button>
  );
}
