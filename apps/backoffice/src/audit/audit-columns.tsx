import type { AuditRecord } from '@latchkey/contract';
import { Anchor, Text } from '@mantine/core';
import { Copyable } from '../kit/copyable.tsx';
import type { Column } from '../kit/list/column.ts';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { actionText } from './action-text.ts';
import { auditWords } from './words.ts';

/** The columns of the audit; the action opens the whole record. */
export const auditColumns = (onOpen: (record: AuditRecord) => void): readonly Column<AuditRecord>[] => [
  {
    id: 'action',
    header: auditWords.action,
    cell: (record) => (
      <>
        <Anchor
          component="button"
          type="button"
          c="inherit"
          fw={550}
          ta="left"
          onClick={() => onOpen(record)}
        >
          {actionText(record.action)}
        </Anchor>
        <Text c="dimmed" size="sm">
          <code>{record.action}</code> · {record.actor}
          <span data-until="sm">
            {' · '}
            <Moment at={record.at} />
          </span>
        </Text>
      </>
    ),
  },
  {
    id: 'outcome',
    header: auditWords.outcome,
    width: '8rem',
    cell: ({ outcome }) => (
      <StatusBadge tone={outcome === 'SUCCESS' ? 'good' : 'bad'}>{auditWords.outcomes[outcome]}</StatusBadge>
    ),
  },
  {
    id: 'target',
    header: auditWords.target,
    from: 'md',
    cell: ({ targetKind, targetId }) =>
      targetId === undefined ? (
        (targetKind ?? '')
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {targetKind}
          </Text>
          <Copyable text={targetId} what={auditWords.targetId} isShort />
        </>
      ),
  },
  {
    id: 'code',
    header: auditWords.code,
    from: 'lg',
    cell: ({ code }) => code !== undefined && <code>{code}</code>,
  },
  {
    id: 'when',
    header: auditWords.when,
    sort: 'at',
    width: '9rem',
    from: 'sm',
    cell: ({ at }) => <Moment at={at} />,
  },
];
