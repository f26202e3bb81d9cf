import { type AuthenticatorModel, findPasskeys, listAuthenticatorModels } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconDeviceUsb } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { useMay } from '../session/use-session.ts';
import { authenticatorsSearch } from './authenticators-search.ts';
import { FindingFilter } from './finding-filter.tsx';
import { levelText, modelName } from './model-words.ts';
import { Findings, Standing } from './standing.tsx';
import { authenticatorWords as words } from './words.ts';

const columns = (mayOpen: boolean): readonly Column<AuthenticatorModel>[] => [
  {
    id: 'model',
    header: words.model,
    cell: (model) => (
      <>
        <Group gap="4px 8px">
          {mayOpen ? (
            <TextLink to="/authenticators/$aaguid" params={{ aaguid: model.aaguid }} fw={550}>
              {modelName(model)}
            </TextLink>
          ) : (
            <Text fw={550}>{modelName(model)}</Text>
          )}
          <Standing statuses={model.statuses} />
        </Group>
        <Text c="dimmed" size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {model.aaguid}
        </Text>
      </>
    ),
  },
  { id: 'level', header: words.level, from: 'md', cell: levelText },
  {
    id: 'findings',
    header: words.against,
    from: 'lg',
    cell: ({ findings }) => (findings.length === 0 ? words.nothing : <Findings findings={findings} />),
  },
  {
    id: 'proved',
    header: words.proved,
    from: 'sm',
    align: 'right',
    cell: ({ verified, passkeys }) => words.provedOf(verified, passkeys),
  },
  {
    id: 'passkeys',
    header: words.passkeys,
    sort: 'passkeys',
    align: 'right',
    width: '7rem',
    cell: ({ passkeys }) => String(passkeys),
  },
];

/** The models that keep passkeys here, the most used first. */
export function ModelList() {
  const [search, change] = useSearch(authenticatorsSearch);
  const navigate = useNavigate();
  const mayOpen = useMay()(findPasskeys);
  const answer = useRead(listAuthenticatorModels, {
    query: { ...pageQueryOf(search), ...(search.finding !== undefined && { finding: search.finding }) },
  });
  return (
    <>
      <FindingFilter value={search.finding} onChange={(finding) => change({ finding })} />
      <DataList
        label={words.tabs.models}
        answer={answer}
        columns={columns(mayOpen)}
        rowKey={({ aaguid }) => aaguid}
        {...(mayOpen && {
          onOpen: ({ aaguid }: AuthenticatorModel) =>
            void navigate({ to: '/authenticators/$aaguid', params: { aaguid } }),
        })}
        search={search}
        onSearch={change}
        isFiltered={search.finding !== undefined}
        onClearFilters={() => change({ finding: undefined })}
        empty={{ icon: IconDeviceUsb, title: words.modelsNoneTitle, text: words.modelsNoneText }}
      />
    </>
  );
}
