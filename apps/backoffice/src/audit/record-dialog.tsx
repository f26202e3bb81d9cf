import { type AuditRecord, listAudit } from '@latchkey/contract';
import { Modal, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { Copyable } from '../kit/copyable.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Facts } from '../kit/facts.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { absoluteTime } from '../kit/relative-time.ts';
import { common } from '../words/common.ts';
import { actionText } from './action-text.ts';
import classes from './record.module.css';
import { auditWords } from './words.ts';

type OpenedProps = {
  readonly id: string | undefined;
  /** Records that are read already. */
  readonly shown: readonly AuditRecord[];
  readonly onClose: () => void;
};

/** The record that the address names: of those shown, else read for itself. */
export function OpenedRecord({ id, shown, onClose }: OpenedProps) {
  const known = shown.find((record) => record.id === id);
  const answer = useRead(
    listAudit,
    { query: { id, size: 1 } },
    { enabled: id !== undefined && known === undefined },
  );
  if (id === undefined) return null;
  const action = known?.action ?? answer.data?.content[0]?.action;
  return (
    <RecordModal title={action === undefined ? auditWords.title : actionText(action)} onClose={onClose}>
      {known ? (
        <WholeRecord record={known} />
      ) : (
        <Loaded answer={answer}>
          {({ content: [record] }) => (record?.id === id ? <WholeRecord record={record} /> : <Gone />)}
        </Loaded>
      )}
    </RecordModal>
  );
}

const Gone = () => <EmptyState icon={IconHistory} title={auditWords.goneTitle} text={auditWords.goneText} />;

type ModalProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

const RecordModal = ({ title, onClose, children }: ModalProps) => (
  <Modal
    opened
    onClose={onClose}
    size="lg"
    title={<Text fw={600}>{title}</Text>}
    closeButtonProps={{ 'aria-label': common.close }}
  >
    {children}
  </Modal>
);

/** One record in full. */
const WholeRecord = ({ record }: { readonly record: AuditRecord }) => (
  <Stack gap="md">
    <Facts
      facts={[
        [auditWords.action, <code key="action">{record.action}</code>],
        [auditWords.id, <Copyable key="id" text={record.id} what={auditWords.id} />],
        [auditWords.position, record.position?.toLocaleString('en') ?? auditWords.notYetLinked],
        [auditWords.when, absoluteTime(record.at)],
        [auditWords.actor, `${record.actor} (${record.actorKind})`],
        [auditWords.outcome, auditWords.outcomes[record.outcome]],
        [auditWords.code, record.code],
        [auditWords.target, record.targetKind],
        [
          auditWords.targetId,
          record.targetId && <Copyable text={record.targetId} what={auditWords.targetId} />,
        ],
        [
          auditWords.instance,
          record.instanceId && <Copyable text={record.instanceId} what={auditWords.instance} />,
        ],
      ]}
    />
    <div>
      <Text size="sm" c="dimmed">
        {auditWords.facts}
      </Text>
      <pre className={classes.facts}>{JSON.stringify(record.facts, undefined, 2)}</pre>
    </div>
  </Stack>
);
