import { Select } from '@mantine/core';
import { useCallback } from 'react';
import { DayFilter } from '../kit/list/day-filter.tsx';
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
      <DayFilter
        end="from"
        label={auditWords.from}
        value={search.from}
        onChange={(from) => onChange({ from })}
      />
      <DayFilter end="to" label={auditWords.to} value={search.to} onChange={(to) => onChange({ to })} />
    </FilterBar>
  );
}
