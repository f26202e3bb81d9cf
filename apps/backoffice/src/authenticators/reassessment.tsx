import { listTrustSources } from '@latchkey/contract';
import { Alert } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { Moment } from '../kit/moment.tsx';
import { authenticatorWords as words } from './words.ts';

const whileMs = 4_000;

/** Says that kept passkeys are being assessed anew, and why; nothing when they are not. */
export function Reassessment() {
  const { data } = useRead(listTrustSources, {}, { refetchInterval: whileMs });
  const running = data?.reassessment;
  if (running === undefined) return null;
  const causes = running.causes.map((cause) => words.causes[cause] ?? cause).join(', ');
  return (
    <Alert mb="md" icon={<IconRefresh aria-hidden />} title={words.reassessing}>
      {words.reassessingText(causes)} <Moment at={running.sinceDtm} />
    </Alert>
  );
}
