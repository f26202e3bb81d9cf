import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { KnownPath } from '../paths/known-paths.ts';
import { ExpressionInput } from './expression-input.tsx';
import classes from './panel.module.css';
import { panelWords } from './words.ts';

type Row = { readonly id: number; readonly key: string; readonly value: string };

type Props = {
  readonly label: string;
  readonly name: string;
  readonly value: Readonly<Record<string, string>>;
  readonly paths: readonly KnownPath[];
  readonly onCommit: (value: Readonly<Record<string, string>> | undefined) => void;
};

let nextRow = 1;
const rowOf = ([key, value]: readonly [string, string]): Row => ({ id: nextRow++, key, value });

/** Names and values, such as constants of a page: rows that take texts with `${…}`. */
export function MapEditor({ label, name, value, paths, onCommit }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() => Object.entries(value).map(rowOf));
  const commit = (next: readonly Row[]): void => {
    const named = next.filter(({ key }) => key.trim() !== '');
    onCommit(
      named.length === 0 ? undefined : Object.fromEntries(named.map((row) => [row.key.trim(), row.value])),
    );
  };
  const change = (id: number, part: Partial<Row>): void =>
    setRows((old) => old.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const remove = (id: number): void => {
    const next = rows.filter((row) => row.id !== id);
    setRows(next);
    commit(next);
  };
  return (
    <fieldset className={classes.map} aria-label={label}>
      {rows.map((row) => (
        <div key={row.id} className={classes.entry}>
          <TextInput
            aria-label={panelWords.key}
            placeholder={panelWords.key}
            autoComplete="off"
            value={row.key}
            onChange={({ currentTarget }) => change(row.id, { key: currentTarget.value })}
            onBlur={() => commit(rows)}
          />
          <ExpressionInput
            attributes={{ id: `entry-${row.id}` }}
            name={name}
            paths={paths}
            value={row.value}
            placeholder={panelWords.value}
            onChange={(text) => change(row.id, { value: text })}
            onLeave={() => commit(rows)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={panelWords.removeEntry(row.key)}
            onClick={() => remove(row.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        data-property={name}
        onClick={() => setRows([...rows, rowOf(['', ''])])}
      >
        {panelWords.addEntry}
      </Button>
    </fieldset>
  );
}
