import { instanceStatuses, listProcessDefinitions } from '@latchkey/contract';
import { Pill, Select } from '@mantine/core';
import { useCallback } from 'react';
import { useRead } from '../../api/use-read.ts';
import { DayFilter } from '../../kit/list/day-filter.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { SearchBox } from '../../kit/list/search-box.tsx';
import { useMay } from '../../session/use-session.ts';
import { instanceWords } from './instance-words.ts';
import type { instancesSearch } from './instances-search.ts';

type Search = ReturnType<typeof instancesSearch.parse>;
type Change = (change: { readonly [name in keyof Search]?: Search[name] | undefined }) => void;
type Props = {
  readonly search: Search;
  readonly onChange: Change;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
};

/** Which instances to show. */
export function InstanceFilters({ search, onChange, isFiltered, onClear }: Props) {
  const look = useCallback((q: string | undefined) => onChange({ q }), [onChange]);
  return (
    <FilterBar isFiltered={isFiltered} onClear={onClear}>
      <SearchBox label={instanceWords.search} value={search.q} onChange={look} />
      <Select
        aria-label={instanceWords.status}
        placeholder={instanceWords.anyStatus}
        clearable
        data={instanceStatuses.map((value) => ({ value, label: instanceWords.statuses[value] }))}
        value={search.status ?? null}
        onChange={(value) => onChange({ status: instanceStatuses.find((one) => one === value) })}
        w="10.5rem"
      />
      <DefinitionFilter value={search.definition} onChange={(definition) => onChange({ definition })} />
      <DayFilter
        end="from"
        label={instanceWords.from}
        value={search.from}
        onChange={(from) => onChange({ from })}
      />
      <DayFilter end="to" label={instanceWords.to} value={search.to} onChange={(to) => onChange({ to })} />
      {search.token !== undefined && (
        <Pill
          withRemoveButton
          removeButtonProps={{
            'aria-label': `${instanceWords.token}: ${search.token}`,
            'aria-hidden': false,
          }}
          onRemove={() => onChange({ token: undefined })}
        >
          {instanceWords.ofToken(search.token)}
        </Pill>
      )}
    </FilterBar>
  );
}

type FieldProps = {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

function DefinitionFilter({ value, onChange }: FieldProps) {
  const may = useMay();
  const answer = useRead(
    listProcessDefinitions,
    { query: { newestOnly: true, size: 200, sort: ['name,asc'] } },
    { enabled: may(listProcessDefinitions) },
  );
  const names = new Set((answer.data?.content ?? []).map(({ name }) => name));
  return (
    <Select
      aria-label={instanceWords.process}
      placeholder={instanceWords.anyDefinition}
      clearable
      searchable
      data={[...(value === undefined ? names : names.add(value))]}
      value={value ?? null}
      onChange={(name) => onChange(name ?? undefined)}
      w="13rem"
    />
  );
}
