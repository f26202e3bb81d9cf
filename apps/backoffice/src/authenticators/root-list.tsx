import { deleteTrustAnchor, listTrustAnchors, type TrustAnchor } from '@latchkey/contract';
import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconCertificate, IconTrash } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import { Copyable } from '../kit/copyable.tsx';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { authenticatorsSearch } from './authenticators-search.ts';
import { authenticatorWords as words } from './words.ts';

const columns: readonly Column<TrustAnchor>[] = [
  {
    id: 'name',
    header: words.name,
    sort: 'name',
    cell: ({ name, kind, subject }) => (
      <>
        <Text fw={550}>{name}</Text>
        <Text c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {subject ?? words.kinds[kind]}
        </Text>
      </>
    ),
  },
  {
    id: 'vouchesFor',
    header: words.vouchesFor,
    width: '9rem',
    from: 'md',
    cell: ({ aaguid }) =>
      aaguid === undefined ? words.anyModel : <Copyable text={aaguid} what={words.aaguid} isShort />,
  },
  {
    id: 'fingerprint',
    header: words.fingerprint,
    from: 'lg',
    cell: ({ fingerprint }) => <Copyable text={fingerprint} what={words.fingerprint} isShort />,
  },
  {
    id: 'validTo',
    header: words.validTo,
    from: 'sm',
    cell: ({ validTo }) => <Moment at={validTo} />,
  },
  {
    id: 'added',
    header: words.added,
    sort: 'createdDtm',
    from: 'md',
    width: '9rem',
    cell: ({ createdDtm }) => <Moment at={createdDtm} />,
  },
  { id: 'actions', header: common.actions, isActions: true, cell: (root) => <Remove root={root} /> },
];

/** The roots that the tenant trusts beside those of the metadata. */
export function RootList() {
  const [search, change] = useSearch(authenticatorsSearch);
  const answer = useRead(listTrustAnchors, { query: pageQueryOf(search) });
  return (
    <>
      <Text c="dimmed" mb="sm">
        {words.rootsText}
      </Text>
      <DataList
        label={words.tabs.roots}
        answer={answer}
        columns={columns}
        rowKey={({ id }) => id}
        search={search}
        onSearch={change}
        empty={{ icon: IconCertificate, title: words.rootsNoneTitle, text: words.rootsNoneText }}
      />
    </>
  );
}

function Remove({ root: { id, name } }: { readonly root: TrustAnchor }) {
  const may = useMay();
  const remove = useWrite(deleteTrustAnchor);
  if (!may(deleteTrustAnchor)) return null;
  const ask = () =>
    confirm({
      title: words.removeTitle(name),
      effect: words.removeEffect,
      action: words.removeAction,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { id } });
        toast(words.removed(name));
      },
    });
  return (
    <Tooltip label={words.remove}>
      <ActionIcon variant="subtle" color="gray" aria-label={words.removeOf(name)} onClick={ask}>
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
