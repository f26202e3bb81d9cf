import { Select, Text, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { SearchBox } from '../kit/list/search-box.tsx';
import type { auditSearch } from './audit-search.ts';
import { auditWords } from './words.ts';

type Search = ReturnType<typeof auditSearch.parse>;
type Props = {
  readonly search: Search;
  readonly onChange: (change: { readonly [name in keyof Search]?: Search[name] | undefined }) => void;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
};

const outcomes = ['SUCCESS', 'FAILURE'] as const;

/** What to look for in the audit. */
export function AuditFilters({ search, onChange, isFiltered, onClear }: Props) {
  const byAction = useCallback((action: string | undefined) => onChange({ action }), [onChange]);
  const byTarget = useCallback((targetId: string | undefined) => onChange({ targetId }), [onChange]);
  return (
    <FilterBar isFiltered={isFiltered} onClear={onClear}>
      <SearchBox label={auditWords.actionSearch} value={search.action} onChange={byAction} />
      <SearchBox label={auditWords.targetId} value={search.targetId} onChange={byTarget} />
      <Select
        aria-label={auditWords.outcome}
        placeholder={auditWords.anyOutcome}
        clearable
        data={outcomes.map((value) => ({ value, label: auditWords.outcomes[value] }))}
        value={search.outcome ?? null}
        onChange={(value) => onChange({ outcome: outcomes.find((one) => one === value) })}
        w="10rem"
      />
      <Day label={auditWords.from} value={search.from} onChange={(from) => onChange({ from })} />
      <Day label={auditWords.to} value={search.to} onChange={(to) => onChange({ to })} />
    </FilterBar>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
};

const Day = ({ label, value, onChange }: DayProps) => (
  <TextInput
    type="date"
    aria-label={label}
    value={value ?? ''}
    onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    leftSection={
      <Text size="xs" c="dimmed" aria-hidden>
        {label}
      </Text>
    }
    leftSectionWidth={46}
    w="11.5rem"
  />
);
