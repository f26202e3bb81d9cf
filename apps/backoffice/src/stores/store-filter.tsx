import type { Store } from '@latchkey/contract';
import { Select } from '@mantine/core';
import { storeWords } from './words.ts';

type Props = {
  readonly stores: readonly Store[];
  readonly store: Store | undefined;
  readonly onChange: (name: string) => void;
};

/** Chooses the identity store that a list is about. */
export const StoreFilter = ({ stores, store, onChange }: Props) => (
  <Select
    aria-label={storeWords.store}
    data={stores.map(({ name }) => name)}
    value={store?.name ?? null}
    allowDeselect={false}
    searchable={stores.length > 8}
    onChange={(name) => name !== null && onChange(name)}
    w={{ base: '100%', xs: '12rem' }}
  />
);
