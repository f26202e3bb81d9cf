import { getProcessFunnel, listProcessDefinitions } from '@latchkey/contract';
import { Table } from '@mantine/core';
import { useMemo } from 'react';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import { percent } from '../processes/dashboard/percent.ts';
import { beginOf } from '../processes/dashboard/periods.ts';
import { succeeded } from '../processes/dashboard/success.ts';
import { useMay } from '../session/use-session.ts';
import classes from './home.module.css';
import { homeWords } from './words.ts';

const most = 5;

/** What became of the newest processes in the last 30 days, each leading to its dashboard. */
export function ProcessFigures() {
  const may = useMay();
  const enabled = may(listProcessDefinitions) && may(getProcessFunnel);
  const answer = useRead(
    listProcessDefinitions,
    { query: { newestOnly: true, size: most, sort: ['lastUpdatedDtm,desc'] } },
    { enabled },
  );
  const from = useMemo(() => beginOf('month', Date.now()), []);
  const names = answer.data?.content.map(({ name }) => name) ?? [];
  if (names.length === 0) return null;
  return (
    <Section
      title={homeWords.processes}
      text={<TextLink to="/definitions">{homeWords.allProcesses}</TextLink>}
    >
      <Table aria-label={homeWords.processes} className={classes.figures} verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{homeWords.process}</Table.Th>
            {[homeWords.started, homeWords.succeeded, homeWords.failed, homeWords.success].map((header) => (
              <Table.Th key={header} data-figure>
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="lk-number">
          {names.map((name) => (
            <FigureRow key={name} name={name} from={from} />
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function FigureRow({ name, from }: { readonly name: string; readonly from: string }) {
  const total = useRead(getProcessFunnel, { params: { name }, query: { from } }).data?.total;
  const shown = (count: number | undefined) => count?.toLocaleString('en') ?? '–';
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/definitions/$name" params={{ name }} fw={550}>
          {name}
        </TextLink>
      </Table.Td>
      <Table.Td data-figure>{shown(total?.started)}</Table.Td>
      <Table.Td data-figure>{shown(total && succeeded(total))}</Table.Td>
      <Table.Td data-figure>{shown(total?.failed)}</Table.Td>
      <Table.Td data-figure>{total === undefined ? '–' : percent(succeeded(total), total.started)}</Table.Td>
    </Table.Tr>
  );
}
