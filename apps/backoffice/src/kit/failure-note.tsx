import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemIn } from '../api/call-failure.ts';
import { common } from '../words/common.ts';
import { CopyButton } from './copy-button.tsx';

type Props = { readonly failure: unknown; readonly onRetry?: () => void };

/** A failure in words, with its problem code and trace id to copy. Stays until what failed succeeds. */
export function FailureNote({ failure, onRetry }: Props) {
  const { title, detail, code, traceId } = problemIn(failure);
  const details = [code, traceId].filter((one) => one !== '').join(' · ');
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      {detail !== undefined && detail !== title && <Text size="md">{detail}</Text>}
      <Group gap={4} mt={6}>
        <Text size="xs" className="lk-mono" style={{ overflowWrap: 'anywhere' }}>
          {details}
        </Text>
        <CopyButton text={details} label={common.copyDetails} />
      </Group>
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {common.retry}
        </Button>
      )}
    </Alert>
  );
}
