import type { TrustSource } from '@latchkey/contract';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { splitFault } from './split-fault.ts';
import { authenticatorWords as words } from './words.ts';

type Props = Pick<TrustSource, 'kind'> & {
  readonly fault: string;
  readonly readDtm: string | undefined;
};

/** Why a source could not be read, and what somebody can do about it. */
export function SourceFault({ fault, kind, readDtm }: Props) {
  const { code, sentence } = splitFault(fault);
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={readDtm === undefined ? words.neverRead : words.fault}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Text size="md">
        {sentence} {words.adviceOn(code, kind)}
      </Text>
      {code !== undefined && <code>{code}</code>}
    </Alert>
  );
}
