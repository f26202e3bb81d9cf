import { deleteInvitation, type Invitation, listInvitations } from '@latchkey/contract';
import { Button, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { confirm } from '../kit/confirmations.ts';
import type { Column } from '../kit/list/column.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Moment } from '../kit/moment.tsx';
import { toast } from '../kit/toasts.ts';
import { useMay } from '../session/use-session.ts';
import { common } from '../words/common.ts';
import { operatorsSearch } from './operators-search.ts';
import { RoleCell } from './role-cell.tsx';
import { operatorWords } from './words.ts';

const nameOf = ({ name }: Invitation): string => name || operatorWords.firstAdministrator;

const columns: readonly Column<Invitation>[] = [
  {
    id: 'name',
    header: operatorWords.name,
    sort: 'name',
    cell: (invitation) => (
      <>
        <Text fw={550}>{nameOf(invitation)}</Text>
        {invitation.email !== undefined && (
          <Text c="dimmed" size="sm">
            {invitation.email}
          </Text>
        )}
      </>
    ),
  },
  { id: 'role', header: operatorWords.role, cell: RoleCell },
  {
    id: 'expires',
    header: operatorWords.expires,
    from: 'sm',
    cell: ({ expiresAt }) => <Moment at={expiresAt} />,
  },
  { id: 'by', header: operatorWords.createdBy, from: 'md', cell: ({ createdBy }) => createdBy },
  {
    id: 'actions',
    header: common.actions,
    isActions: true,
    cell: (invitation) => <Withdraw invitation={invitation} />,
  },
];

/** Invitations that can still be used. */
export function InvitationList() {
  const [search, change] = useSearch(operatorsSearch);
  const answer = useRead(listInvitations, { query: pageQueryOf(search) });
  return (
    <DataList
      label={operatorWords.tabs.invitations}
      answer={answer}
      columns={columns}
      rowKey={({ id }) => id}
      search={search}
      onSearch={change}
      empty={{
        icon: IconMail,
        title: operatorWords.invitationsNoneTitle,
        text: operatorWords.invitationsNoneText,
      }}
    />
  );
}

function Withdraw({ invitation }: { readonly invitation: Invitation }) {
  const may = useMay();
  const remove = useWrite(deleteInvitation);
  const name = nameOf(invitation);
  const ask = () =>
    confirm({
      title: operatorWords.withdrawTitle(name),
      effect: operatorWords.withdrawEffect,
      action: operatorWords.withdraw,
      isDangerous: true,
      run: async () => {
        await remove.mutateAsync({ params: { invitationId: invitation.id } });
        toast(operatorWords.withdrawn(name));
      },
    });
  if (!may(deleteInvitation)) return null;
  return (
    <Button size="xs" variant="default" onClick={ask}>
      {operatorWords.withdraw}
    </Button>
  );
}
