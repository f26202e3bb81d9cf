import type { AuditRecord } from '@latchkey/contract';
import { Modal, Stack, Text } from '@mantine/core';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { absoluteTime } from '../kit/relative-time.ts';
import { common } from '../words/common.ts';
import classes from './record.module.css';
import { auditWords } from './words.ts';

type Props = { readonly record: AuditRecord | undefined; readonly onClose: () => void };

/** One record in full. */
export const RecordDialog = ({ record, onClose }: Props) => (
  <Modal
    opened={record !== undefined}
    onClose={onClose}
    size="lg"
    title={<Text fw={600}>{record?.action}</Text>}
    closeButtonProps={{ 'aria-label': common.close }}
  >
    {record && (
      <Stack gap="md">
        <Facts
          facts={[
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
    )}
  </Modal>
);
