import { listProcessInstances, type ProcessInstance } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../../api/use-read.ts';
import { TextLink } from '../../kit/links.tsx';
import type { Column } from '../../kit/list/column.ts';
import { DataList } from '../../kit/list/data-list.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { pageQueryOf } from '../../kit/list/list-search.ts';
import { SearchBox } from '../../kit/list/search-box.tsx';
import { useSearch } from '../../kit/list/use-search.ts';
import { Moment } from '../../kit/moment.tsx';
import { Page } from '../../kit/page.tsx';
import { common } from '../../words/common.ts';
import { instanceWords } from '../instances/instance-words.ts';
import { liveMs } from '../instances/live.ts';
import { personName } from '../instances/person-name.ts';
import { ReviewButtons } from './review-buttons.tsx';
import { reviewWords } from './review-words.ts';
import { reviewsSearch } from './reviews-search.ts';

const columns: readonly Column<ProcessInstance>[] = [
  {
    id: 'person',
    header: instanceWords.person,
    sort: 'lastName',
    cell: (instance) => (
      <>
        <TextLink to="/instances/$id" params={{ id: instance.id }} fw={550}>
          {personName(instance) ?? instanceWords.anonymous}
        </TextLink>
        <Text c="dimmed" size="sm">
          {instance.processDefnName}
        </Text>
      </>
    ),
  },
  {
    id: 'since',
    header: reviewWords.waitsFor,
    from: 'sm',
    width: '10rem',
    cell: ({ endedAt, createdAt }) => <Moment at={endedAt ?? createdAt} />,
  },
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    width: '12.5rem',
    cell: (instance) => (
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <ReviewButtons instance={instance} size="xs" />
      </Group>
    ),
  },
];

/** The instances that wait for somebody's decision, oldest first. */
export function ReviewsScreen() {
  const [search, change] = useSearch(reviewsSearch);
  const navigate = useNavigate();
  const answer = useRead(
    listProcessInstances,
    {
      query: {
        ...pageQueryOf({ ...search, sort: search.sort ?? 'createdAt,asc' }),
        status: 'REVIEW',
        text: search.q,
      },
    },
    { refetchInterval: liveMs * 3 },
  );
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  const isFiltered = search.q !== undefined;
  return (
    <Page title={reviewWords.title} description={reviewWords.description}>
      <FilterBar isFiltered={isFiltered} onClear={clear}>
        <SearchBox label={reviewWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={reviewWords.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/instances/$id', params: { id } })}
        search={search}
        onSearch={change}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={{ icon: IconChecklist, title: reviewWords.noneTitle, text: reviewWords.noneText }}
      />
    </Page>
  );
}
