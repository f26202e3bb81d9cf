import { createCustomDataForm, type FormVersion, listCustomDataForms } from '@latchkey/contract';
import { Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read.ts';
import { LinkButton, TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { containing, pageQueryOf } from '../kit/list/list-search.ts';
import { SearchBox } from '../kit/list/search-box.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import { useMay } from '../session/use-session.ts';
import { formWords } from './form-words.ts';
import { formsSearch } from './forms-search.ts';

const columns: readonly Column<FormVersion>[] = [
  {
    id: 'name',
    header: formWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <>
        <TextLink to="/forms/$name" params={{ name }} fw={550}>
          {name}
        </TextLink>
        {description !== '' && (
          <Text c="dimmed" size="sm" lineClamp={1}>
            {description}
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'version',
    header: formWords.version,
    width: '6rem',
    from: 'sm',
    align: 'right',
    cell: ({ version }) => <span className="lk-number">{version}</span>,
  },
  {
    id: 'status',
    header: formWords.status,
    width: '8rem',
    cell: ({ status }) => <DefinitionStatus status={status} />,
  },
  {
    id: 'live',
    header: formWords.live,
    from: 'md',
    width: '11rem',
    cell: ({ deployedVersion }) =>
      deployedVersion === undefined ? (
        <Text c="dimmed" size="sm">
          {formWords.notLive}
        </Text>
      ) : (
        <StatusBadge tone="busy">{formWords.liveOf(deployedVersion)}</StatusBadge>
      ),
  },
  {
    id: 'changed',
    header: formWords.changed,
    sort: 'lastUpdatedDtm',
    from: 'sm',
    width: '12rem',
    cell: ({ lastUpdatedDtm, lastUpdatedBy }) => (
      <>
        <Moment at={lastUpdatedDtm} />
        <Text c="dimmed" size="sm">
          {formWords.by(lastUpdatedBy)}
        </Text>
      </>
    ),
  },
];

/** The Custom Forms by name, each with its newest version. */
export function FormsScreen() {
  const [search, change] = useSearch(formsSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listCustomDataForms, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'name,asc' }),
      name: containing(search.q),
      newestOnly: true,
    },
  });
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  const mayCreate = may(createCustomDataForm);
  return (
    <Page
      title={formWords.title}
      description={formWords.description}
      actions={
        mayCreate && (
          <LinkButton to="/forms/new" leftSection={<IconPlus size={16} />}>
            {formWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={formWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <DataList
        label={formWords.title}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ name }) => void navigate({ to: '/forms/$name', params: { name } })}
        search={search}
        onSearch={change}
        isFiltered={search.q !== undefined}
        onClearFilters={clear}
        empty={{
          icon: IconForms,
          title: formWords.noneTitle,
          text: formWords.noneText,
          ...(mayCreate && {
            action: { label: formWords.create, onClick: () => void navigate({ to: '/forms/new' }) },
          }),
        }}
      />
    </Page>
  );
}
