import { getProcessRetention, type ProcessRetention, setProcessRetention } from '@latchkey/contract';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRead } from '../../../api/use-read.ts';
import { Loaded } from '../../../kit/loaded.tsx';
import { useMay } from '../../../session/use-session.ts';
import { RetentionDialog } from './retention-dialog.tsx';
import { retentionWords } from './retention-words.ts';

/** How long finished instances of a definition are kept, and a way to change it. */
export function RetentionPeriod({ name }: { readonly name: string }) {
  const answer = useRead(getProcessRetention, { params: { name } });
  return <Loaded answer={answer}>{(retention) => <Period retention={retention} />}</Loaded>;
}

function Period({ retention }: { readonly retention: ProcessRetention }) {
  const may = useMay();
  const [isChanging, change] = useDisclosure();
  return (
    <Group gap="xs" justify="space-between">
      <div>
        <Text component="span" fw={550}>
          {retentionWords.days(retention.retentionDays)}
        </Text>
        {retention.isUsual && (
          <Text component="span" c="dimmed">
            {`, ${retentionWords.usual}`}
          </Text>
        )}
      </div>
      {may(setProcessRetention) && (
        <Button variant="default" size="xs" onClick={change.open}>
          {retentionWords.change}
        </Button>
      )}
      {isChanging && <RetentionDialog retention={retention} onClose={change.close} />}
    </Group>
  );
}
