import { listTrustSources, type TrustSource } from '@latchkey/contract';
import { Stack } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/form/section.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { SourceFault } from './source-fault.tsx';
import { authenticatorWords as words } from './words.ts';

/** What the server knows from outside, and since when. */
export function SourceList() {
  const answer = useRead(listTrustSources, {});
  return (
    <Loaded answer={answer}>
      {({ content }) =>
        content.length === 0 ? (
          <EmptyState icon={IconDatabase} title={words.sourcesNoneTitle} text={words.sourcesNoneText} />
        ) : (
          <Stack gap="md">
            {content.map((source) => (
              <Source key={source.source} source={source} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function Source({ source }: { readonly source: TrustSource }) {
  const { kind, fault, entries, number, nextUpdate, readDtm, triedDtm } = source;
  return (
    <Section title={words.sourceKinds[kind]} text={<Health source={source} />}>
      {fault !== undefined && <SourceFault {...{ fault, kind, readDtm }} />}
      <Facts
        facts={[
          [words.source, source.source],
          ...(number === undefined ? [] : ([[words.number, String(number)]] as const)),
          [words.entries[kind], String(entries)],
          ...(nextUpdate === undefined
            ? []
            : ([[words.nextUpdate, <Moment key="next" at={nextUpdate} />]] as const)),
          [words.lastChange, <Moment key="read" at={readDtm} />],
          [words.lastLook, <Moment key="tried" at={triedDtm} />],
        ]}
      />
    </Section>
  );
}

function Health({ source: { fault, nextUpdate } }: { readonly source: TrustSource }) {
  if (fault !== undefined) return <StatusBadge tone="bad">{words.faulty}</StatusBadge>;
  const isOverdue = nextUpdate !== undefined && Date.parse(nextUpdate) < Date.now();
  return (
    <StatusBadge tone={isOverdue ? 'warn' : 'good'}>{isOverdue ? words.overdue : words.fine}</StatusBadge>
  );
}
