import { listOperators, type Operator } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconUserShield } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { useSession } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { OperatorActions } from './operator-actions.tsx';
import { operatorsSearch } from './operators-search.ts';
import { RoleCell } from './role-cell.tsx';
import { operatorWords } from './words.ts';

/** The operators of the tenant. */
export function OperatorList() {
  const [search, change] = useSearch(operatorsSearch);
  const { operator } = useSession();
  const answer = useRead(listOperators, { query: pageQueryOf(search) });
  return (
    <DataList
      label={operatorWords.title}
      answer={answer}
      columns={columnsOf(operator.id)}
      rowKey={({ id }) => id}
      search={search}
      onSearch={change}
      empty={{
        icon: IconUserShield,
        title: operatorWords.operatorsNoneTitle,
        text: operatorWords.operatorsNoneText,
      }}
    />
  );
}

const columnsOf = (ownId: string): readonly Column<Operator>[] => [
  {
    id: 'name',
    header: operatorWords.name,
    sort: 'name',
    cell: ({ id, name, email }) => (
      <>
        <Group gap="xs">
          <Text fw={550}>{name}</Text>
          {id === ownId && <StatusBadge tone="busy">{operatorWords.you}</StatusBadge>}
        </Group>
        {email !== undefined && (
          <Text c="dimmed" size="sm">
            {email}
          </Text>
        )}
      </>
    ),
  },
  { id: 'role', header: operatorWords.role, cell: RoleCell },
  {
    id: 'status',
    header: operatorWords.status,
    from: 'sm',
    cell: ({ status }) => (
      <StatusBadge tone={status === 'ACTIVE' ? 'good' : 'bad'}>{operatorWords.statuses[status]}</StatusBadge>
    ),
  },
  {
    id: 'created',
    header: operatorWords.created,
    sort: 'createdDtm',
    from: 'md',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    cell: (operator) => <OperatorActions operator={operator} />,
  },
];
