import { createTheme, getDefaultTheme, listThemes, type ThemeVersion } from '@latchkey/contract';
import { Stack, Text } from '@mantine/core';
import { IconPalette, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRead } from '../api/use-read.ts';
import { Section } from '../kit/form/section.tsx';
import { LinkButton, TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { FilterBar } from '../kit/list/filter-bar.tsx';
import { containing, pageQueryOf } from '../kit/list/list-search.ts';
import { SearchBox } from '../kit/list/search-box.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { DefinitionStatus } from '../processes/definitions/definition-status.tsx';
import { useMay } from '../session/use-session.ts';
import { DefaultThemeChoice } from './theme-choice.tsx';
import { themeWords } from './theme-words.ts';
import { themesSearch } from './themes-search.ts';

const columns: readonly Column<ThemeVersion>[] = [
  {
    id: 'name',
    header: themeWords.name,
    sort: 'name',
    cell: ({ name, description }) => (
      <>
        <TextLink to="/themes/$name" params={{ name }} fw={550}>
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
    header: themeWords.version,
    width: '6rem',
    from: 'sm',
    align: 'right',
    cell: ({ version }) => <span className="lk-number">{version}</span>,
  },
  {
    id: 'status',
    header: themeWords.status,
    width: '8rem',
    cell: ({ status }) => <DefinitionStatus status={status} />,
  },
  {
    id: 'live',
    header: themeWords.live,
    from: 'md',
    width: '11rem',
    cell: ({ deployedVersion }) =>
      deployedVersion === undefined ? (
        <Text c="dimmed" size="sm">
          {themeWords.notLive}
        </Text>
      ) : (
        <StatusBadge tone="busy">{themeWords.liveOf(deployedVersion)}</StatusBadge>
      ),
  },
  {
    id: 'changed',
    header: themeWords.changed,
    sort: 'lastUpdatedDtm',
    from: 'sm',
    width: '12rem',
    cell: ({ lastUpdatedDtm, lastUpdatedBy }) => (
      <>
        <Moment at={lastUpdatedDtm} />
        <Text c="dimmed" size="sm">
          {themeWords.by(lastUpdatedBy)}
        </Text>
      </>
    ),
  },
];

/** The themes by name, each with its newest version, and the one that is everybody's. */
export function ThemesScreen() {
  const [search, change] = useSearch(themesSearch);
  const may = useMay();
  const navigate = useNavigate();
  const answer = useRead(listThemes, {
    query: {
      ...pageQueryOf({ ...search, sort: search.sort ?? 'name,asc' }),
      name: containing(search.q),
      newestOnly: true,
    },
  });
  const chosen = useRead(getDefaultTheme, {});
  const look = useCallback((q: string | undefined) => change({ q }), [change]);
  const clear = () => change({ q: undefined });
  const mayCreate = may(createTheme);
  return (
    <Page
      title={themeWords.title}
      description={themeWords.description}
      actions={
        mayCreate && (
          <LinkButton to="/themes/new" leftSection={<IconPlus size={16} />}>
            {themeWords.create}
          </LinkButton>
        )
      }
    >
      <FilterBar isFiltered={search.q !== undefined} onClear={clear}>
        <SearchBox label={themeWords.search} value={search.q} onChange={look} />
      </FilterBar>
      <Stack gap="lg">
        <DataList
          label={themeWords.title}
          answer={answer}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ name }) => void navigate({ to: '/themes/$name', params: { name } })}
          search={search}
          onSearch={change}
          isFiltered={search.q !== undefined}
          onClearFilters={clear}
          empty={{
            icon: IconPalette,
            title: themeWords.noneTitle,
            text: themeWords.noneText,
            ...(mayCreate && {
              action: { label: themeWords.create, onClick: () => void navigate({ to: '/themes/new' }) },
            }),
          }}
        />
        <Section title={themeWords.defaultChoice} text={themeWords.defaultText}>
          <Loaded answer={chosen}>{(choice) => <DefaultThemeChoice choice={choice} />}</Loaded>
        </Section>
      </Stack>
    </Page>
  );
}
