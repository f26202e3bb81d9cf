import type { Store } from '@latchkey/contract';
import { Select } from '@mantine/core';
import { keyWords } from './words.ts';

type Props = {
  readonly stores: readonly Store[];
  /** The id of a store; empty: the whole tenant. */
  readonly scope: string;
  readonly picked: readonly string[];
  readonly onChange: (scope: string) => void;
};

/** Chooses where the permissions that are picked hold: in the whole tenant, or in one identity store. */
export const PermissionScope = ({ stores, scope, picked, onChange }: Props) => (
  <Select
    label={keyWords.where}
    description={keyWords.whereHelp}
    data={[
      { value: '', label: counted(keyWords.everywhere, countIn(picked, '')) },
      ...stores.map(({ id, name }) => ({ value: id, label: counted(name, countIn(picked, id)) })),
    ]}
    value={scope}
    allowDeselect={false}
    searchable={stores.length > 8}
    onChange={(value) => onChange(value ?? '')}
  />
);

const counted = (name: string, count: number): string =>
  count === 0 ? name : `${name} · ${keyWords.permissionCount(count)}`;

/** How many permissions hold in a store, or with no id in the whole tenant. */
const countIn = (picked: readonly string[], id: string): number =>
  picked.filter((one) => (id === '' ? !one.includes('#STO#') : one.includes(`#STO#${id}#`))).length;
