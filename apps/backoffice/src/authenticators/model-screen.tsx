import { type FoundPasskey, findPasskeys, getUser, listAuthenticatorModels } from '@latchkey/contract';
import { Group, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../api/use-read.ts';
import { Copyable } from '../kit/copyable.tsx';
import { Facts } from '../kit/facts.tsx';
import { Section } from '../kit/form/section.tsx';
import { TextLink } from '../kit/links.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { Page } from '../kit/page.tsx';
import { StatusBadge } from '../kit/status-badge.tsx';
import { useMay } from '../session/use-session.ts';
import { modelSearch } from './authenticators-search.ts';
import { FindingFilter } from './finding-filter.tsx';
import { levelText, modelName } from './model-words.ts';
import { Findings, Standing } from './standing.tsx';
import { authenticatorWords as words } from './words.ts';

/** One model: what is known of it, and the passkeys that it keeps. */
export function ModelScreen() {
  const { aaguid } = useParams({ from: '/shell/authenticators/$aaguid' });
  const [search, change] = useSearch(modelSearch);
  const may = useMay();
  const { data: models } = useRead(
    listAuthenticatorModels,
    { query: { aaguid } },
    { enabled: may(listAuthenticatorModels) },
  );
  const { finding } = search;
  const answer = useRead(findPasskeys, {
    query: { ...pageQueryOf(search), aaguid, ...(finding !== undefined && { finding }) },
  });
  const [model = { aaguid }] = models?.content ?? [];
  return (
    <Page
      title={modelName(model)}
      meta={'statuses' in model && <Standing statuses={model.statuses} />}
      trail={[
        <TextLink key="authenticators" to="/authenticators">
          {words.title}
        </TextLink>,
      ]}
    >
      <Section title={words.model}>
        <Facts
          facts={[
            [words.aaguid, <Copyable key="aaguid" text={aaguid} what={words.aaguid} />],
            ...('passkeys' in model
              ? ([
                  [words.level, levelText(model)],
                  [words.passkeys, String(model.passkeys)],
                  [words.proved, words.provedOf(model.verified, model.passkeys)],
                  [
                    words.against,
                    model.findings.length === 0 ? (
                      words.nothing
                    ) : (
                      <Findings key="f" findings={model.findings} />
                    ),
                  ],
                ] as const)
              : []),
          ]}
        />
      </Section>
      <Text component="h2" fw={600} mt="lg" mb="sm">
        {words.passkeys}
      </Text>
      <FindingFilter value={finding} onChange={(next) => change({ finding: next })} />
      <DataList
        label={words.passkeysOf(modelName(model))}
        answer={answer}
        columns={columns(may(getUser))}
        rowKey={({ id }) => id}
        search={search}
        onSearch={change}
        isFiltered={finding !== undefined}
        onClearFilters={() => change({ finding: undefined })}
        empty={{ icon: IconFingerprint, title: words.passkeysNoneTitle, text: words.passkeysNoneText }}
      />
    </Page>
  );
}

const columns = (mayOpen: boolean): readonly Column<FoundPasskey>[] => [
  {
    id: 'passkey',
    header: words.passkey,
    sort: 'name',
    cell: (passkey) => (
      <>
        <Group gap="4px 8px">
          <Text fw={550}>{passkey.name}</Text>
          {passkey.status === 'BLOCKED' && <StatusBadge tone="bad">{words.blocked}</StatusBadge>}
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words.of} <Owner passkey={passkey} mayOpen={mayOpen} />
        </Text>
      </>
    ),
  },
  {
    id: 'findings',
    header: words.against,
    cell: ({ findings }) => (findings.length === 0 ? words.nothing : <Findings findings={findings} />),
  },
  {
    id: 'attestation',
    header: words.attestation,
    from: 'md',
    cell: ({ attestationType, aaguidVerified }) => (
      <>
        {attestationType}{' '}
        <Text span size="sm" c="dimmed">
          {aaguidVerified ? words.isProved : words.claimed}
        </Text>
      </>
    ),
  },
  { id: 'rp', header: words.relyingParty, from: 'lg', cell: ({ relyingPartyId }) => relyingPartyId },
  {
    id: 'registered',
    header: words.registered,
    sort: 'createdDtm',
    from: 'sm',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
];

function Owner({ passkey, mayOpen }: { readonly passkey: FoundPasskey; readonly mayOpen: boolean }) {
  const { userId, userExternalId, storeName } = passkey;
  if (!mayOpen) return userExternalId;
  return (
    <TextLink to="/users/$storeName/$userId" params={{ storeName, userId }} underline="always" size="sm">
      {userExternalId}
    </TextLink>
  );
}
