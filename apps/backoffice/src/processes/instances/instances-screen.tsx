import { listProcessInstances } from '@latchkey/contract';
import { IconTimeline } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { DataList } from '../../kit/list/data-list.tsx';
import { pageQueryOf } from '../../kit/list/list-search.ts';
import { useSearch } from '../../kit/list/use-search.ts';
import { Page } from '../../kit/page.tsx';
import { StatusBadge } from '../../kit/status-badge.tsx';
import { dayBounds } from '../day-bounds.ts';
import { instanceColumns } from './instance-columns.tsx';
import { InstanceFilters } from './instance-filters.tsx';
import { instanceWords } from './instance-words.ts';
import { instancesSearch } from './instances-search.ts';
import { liveMs } from './live.ts';

const unset = {
  q: undefined,
  status: undefined,
  definition: undefined,
  token: undefined,
  from: undefined,
  to: undefined,
};

/** The instances, newest first, read anew every few seconds while one looks. */
export function InstancesScreen() {
  const [search, change] = useSearch(instancesSearch);
  const navigate = useNavigate();
  const { q, status, definition, token } = search;
  const filters = {
    text: q,
    status,
    processDefnName: definition,
    processTokenId: token,
    ...dayBounds(search),
  };
  const answer = useRead(
    listProcessInstances,
    { query: { ...pageQueryOf(search), ...filters } },
    { refetchInterval: liveMs },
  );
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const clear = () => change(unset);
  return (
    <Page
      title={instanceWords.title}
      description={instanceWords.description}
      meta={<StatusBadge tone="good">{instanceWords.live}</StatusBadge>}
    >
      <InstanceFilters search={search} onChange={change} isFiltered={isFiltered} onClear={clear} />
      <DataList
        label={instanceWords.title}
        answer={answer}
        columns={instanceColumns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/instances/$id', params: { id } })}
        search={search}
        onSearch={change}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={{ icon: IconTimeline, title: instanceWords.noneTitle, text: instanceWords.noneText }}
      />
    </Page>
  );
}
