import type { Contrast } from '@latchkey/journey/renderer';
import { Alert, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconContrast2 } from '@tabler/icons-react';
import { Section } from '../kit/form/section.tsx';
import { themeWords } from './theme-words.ts';
import classes from './themes.module.css';

type Props = { readonly contrasts: readonly Contrast[] };

/** Whether everything can be read: what cannot first, and all pairs for whoever wants to know. */
export function ContrastReport({ contrasts }: Props) {
  const faults = contrasts.filter(({ ratio, least }) => ratio < least);
  return (
    <Section title={themeWords.contrast} text={themeWords.contrastText}>
      <div role="status">
        {faults.length === 0 ? (
          <Text className={classes.enough}>
            <IconCircleCheck size={18} aria-hidden /> {themeWords.enough(contrasts.length)}
          </Text>
        ) : (
          <Alert color="red" icon={<IconContrast2 size={18} />} title={themeWords.tooLow(faults.length)}>
            <ul className={classes.faults}>
              {faults.map((fault) => (
                <li key={keyOf(fault)}>
                  {themeWords[fault.scheme]}, {pairOf(fault)}: {ratioOf(fault)}. {fault.place}.
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
      <details className={classes.more}>
        <summary>{themeWords.allPairs}</summary>
        <div className={classes.pairs}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{themeWords.allPairs}</Table.Th>
                <Table.Th>{themeWords.has}</Table.Th>
                <Table.Th>{themeWords.asked}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {contrasts.map((one) => (
                <Table.Tr key={keyOf(one)}>
                  <Table.Td>
                    {themeWords[one.scheme]}, {pairOf(one)}
                  </Table.Td>
                  <Table.Td className="lk-number">{(Math.floor(one.ratio * 100) / 100).toFixed(2)}</Table.Td>
                  <Table.Td className="lk-number">{one.least}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </details>
    </Section>
  );
}

const keyOf = ({ scheme, foreground, background }: Contrast) => `${scheme} ${foreground} ${background}`;

const pairOf = ({ foreground, background }: Contrast) =>
  themeWords.pair(themeWords.colourNames[foreground], themeWords.colourNames[background]);

const ratioOf = ({ ratio, least }: Contrast) => themeWords.ratio(Math.floor(ratio * 100) / 100, least);
