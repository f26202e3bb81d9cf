import { createInvitation, listInvitations, listOperatorSessions, listOperators } from '@latchkey/contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { Suspense } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { PageTabs } from '../kit/page-tabs.tsx';
import { useMay } from '../session/use-session.ts';
import { InvitationList } from './invitation-list.tsx';
import { OperatorList } from './operator-list.tsx';
import { operatorsSearch, tabs } from './operators-search.ts';
import { SessionList } from './session-list.tsx';
import { operatorWords } from './words.ts';

/** Comes with the first invitation. */
const InviteDialog = lazyPart(() => import('./invite-dialog.tsx').then((module) => module.InviteDialog));

const lists = { operators: OperatorList, invitations: InvitationList, sessions: SessionList };
const needs = { operators: listOperators, invitations: listInvitations, sessions: listOperatorSessions };

/** Who works in the Backoffice: operators, invitations, sessions. */
export function OperatorsScreen() {
  const [search, change] = useSearch(operatorsSearch);
  const [isInviting, inviting] = useDisclosure();
  const may = useMay();
  const shown = tabs.filter((tab) => may(needs[tab]));
  const tab = shown.find((one) => one === search.tab) ?? shown[0] ?? 'sessions';
  const List = lists[tab];
  return (
    <Page
      title={operatorWords.title}
      description={operatorWords.description}
      actions={
        may(createInvitation) && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={inviting.open}>
            {operatorWords.invite}
          </Button>
        )
      }
    >
      <PageTabs
        tabs={shown}
        value={tab}
        words={operatorWords.tabs}
        onChange={(next) => change({ tab: next, sort: undefined, size: undefined })}
      >
        <List />
      </PageTabs>
      {isInviting && (
        <Suspense>
          <InviteDialog isOpen onClose={inviting.close} />
        </Suspense>
      )}
    </Page>
  );
}
