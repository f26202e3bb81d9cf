import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { TextLink } from '../../kit/links.tsx';
import { proofWords } from './proof-words.ts';
import type { WholeVerdict } from './verify-whole.ts';

/** What verifying has found: all is whole, or the first fault. */
export function VerdictNote({
  verdict: { checked, erased, fault, anchor },
}: {
  readonly verdict: WholeVerdict;
}) {
  if (fault === undefined)
    return (
      <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={proofWords.whole} role="status">
        <Text size="md">
          {proofWords.wholeText(checked, erased)}
          {anchor && ` ${proofWords.passed(anchor.position)}`}
        </Text>
      </Alert>
    );
  const { kind, position, recordId } = fault;
  const isThere = recordId !== undefined && kind !== 'record-missing';
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={proofWords.notWhole} role="alert">
      <Text size="md">
        {proofWords.faults[kind]} {position !== undefined && proofWords.atPosition(position)}{' '}
        {isThere && (
          <TextLink to="/audit" search={{ record: recordId }} underline="always">
            {proofWords.openRecord}
          </TextLink>
        )}
      </Text>
      <Text size="md" mt="xs">
        {proofWords.faultNext}
      </Text>
      <Text size="xs" mt="xs" className="lk-mono">
        {[`audit.${kind}`, recordId].filter(Boolean).join(' · ')}
      </Text>
    </Alert>
  );
}
