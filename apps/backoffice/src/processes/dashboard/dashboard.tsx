import { getProcessFunnel, type ProcessFunnel } from '@latchkey/contract';
import { Group, NativeSelect, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useRead } from '../../api/use-read.ts';
import { Section } from '../../kit/form/section.tsx';
import { useSearch } from '../../kit/list/use-search.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { definitionSearch } from '../definitions/definitions-search.ts';
import { dashboardWords } from './dashboard-words.ts';
import { Ends } from './ends.tsx';
import { Funnel } from './funnel.tsx';
import { GroupTable } from './group-table.tsx';
import { beginOf, periods } from './periods.ts';

/** What became of the instances of a definition in a chosen period. */
export function Dashboard({ name }: { readonly name: string }) {
  const [{ period = 'month' }, change] = useSearch(definitionSearch);
  const from = useMemo(() => beginOf(period, Date.now()), [period]);
  const answer = useRead(
    getProcessFunnel,
    { params: { name }, query: { from } },
    { refetchInterval: 15_000 },
  );
  return (
    <Section title={dashboardWords.title} text={dashboardWords.text}>
      <Group justify="flex-start">
        <NativeSelect
          aria-label={dashboardWords.period}
          data={periods.map((value) => ({ value, label: dashboardWords.periods[value] }))}
          value={period}
          onChange={({ currentTarget: { value } }) =>
            change({ period: periods.find((one) => one === value && one !== 'month') })
          }
        />
      </Group>
      <Loaded answer={answer}>{(funnel) => <Figures funnel={funnel} />}</Loaded>
    </Section>
  );
}

const groups = ['byBrowser', 'byDevice', 'byVersion'] as const;

const Figures = ({ funnel }: { readonly funnel: ProcessFunnel }) =>
  funnel.total.started === 0 ? (
    <Text c="dimmed">{dashboardWords.none}</Text>
  ) : (
    <>
      <Funnel counts={funnel.total} />
      <Ends counts={funnel.total} medianMs={funnel.medianMilliseconds} />
      {groups.map((group) => (
        <GroupTable
          key={group}
          title={dashboardWords[group]}
          header={dashboardWords.group[group]}
          rows={funnel[group]}
        />
      ))}
    </>
  );
