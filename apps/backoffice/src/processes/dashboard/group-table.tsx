import type { ProcessFunnel } from '@latchkey/contract';
import { Table, Text } from '@mantine/core';
import classes from './dashboard.module.css';
import { dashboardWords } from './dashboard-words.ts';
import { percent } from './percent.ts';
import { hasSignIns, succeeded } from './success.ts';

type Props = {
  readonly title: string;
  readonly header: string;
  readonly rows: ProcessFunnel['byBrowser'];
};

/** The last says whether a phone has room for it. */
const all = [
  ['started', dashboardWords.steps.started, true],
  ['promptShown', dashboardWords.steps.promptShown, false],
  ['registered', dashboardWords.steps.registered, true],
  ['signedIn', dashboardWords.ends.signedIn, true],
  ['cancelled', dashboardWords.ends.cancelled, false],
  ['timedOut', dashboardWords.ends.timedOut, false],
  ['failed', dashboardWords.ends.failed, false],
] as const;

/** The same counts by browser, device or version, the most used first. */
export function GroupTable({ title, header, rows }: Props) {
  const columns = all.filter(([key]) => key !== 'signedIn' || rows.some(hasSignIns));
  return (
    <div>
      <Text fw={550} mb={4}>
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={classes.scroll} tabIndex={0} aria-label={title}>
        <Table aria-label={title} horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{header}</Table.Th>
              {columns.map(([key, label, isNarrow]) => (
                <Table.Th key={key} ta="right" data-wide={!isNarrow || undefined}>
                  {label}
                </Table.Th>
              ))}
              <Table.Th ta="right">{dashboardWords.rate}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="lk-number">
            {rows
              .toSorted((a, b) => b.started - a.started)
              .map((row) => (
                <Table.Tr key={row.key}>
                  <Table.Td>{row.key}</Table.Td>
                  {columns.map(([key, , isNarrow]) => (
                    <Table.Td key={key} ta="right" data-wide={!isNarrow || undefined}>
                      {row[key].toLocaleString('en')}
                    </Table.Td>
                  ))}
                  <Table.Td ta="right">{percent(succeeded(row), row.started)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
