import { Select } from '@mantine/core';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { authenticatorWords as words } from './words.ts';

type Props = {
  readonly value: string | undefined;
  readonly onChange: (finding: string | undefined) => void;
};

const choices = [
  { value: 'any', label: words.anything },
  ...Object.entries(words.findings).map(([value, label]) => ({ value, label })),
];

/** By what is held against passkeys: "Revoked" shows those of revoked models. */
export const FindingFilter = ({ value, onChange }: Props) => (
  <FilterBar isFiltered={value !== undefined} onClear={() => onChange(undefined)}>
    <Select
      aria-label={words.finding}
      placeholder={words.finding}
      searchable
      clearable
      data={
        choices.some((choice) => choice.value === value) || value === undefined
          ? choices
          : [...choices, value]
      }
      value={value ?? null}
      onChange={(finding) => onChange(finding ?? undefined)}
      w="18rem"
      maw="100%"
    />
  </FilterBar>
);
