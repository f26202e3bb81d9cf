import {
  createTrustAnchor,
  listAuthenticatorModels,
  listTrustAnchors,
  listTrustSources,
} from '@latchkey/contract';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { PageTabs } from '../kit/page-tabs.tsx';
import { useMay } from '../session/use-session.ts';
import { AddRootDialog } from './add-root-dialog.tsx';
import { authenticatorsSearch, tabs } from './authenticators-search.ts';
import { ModelList } from './model-list.tsx';
import { Reassessment } from './reassessment.tsx';
import { RootList } from './root-list.tsx';
import { SourceList } from './source-list.tsx';
import { authenticatorWords as words } from './words.ts';

const parts = { models: ModelList, roots: RootList, sources: SourceList };
const needs = { models: listAuthenticatorModels, roots: listTrustAnchors, sources: listTrustSources };

/** Which models keep passkeys, whom attestations end at, and what is known from outside. */
export function AuthenticatorsScreen() {
  const [search, change] = useSearch(authenticatorsSearch);
  const [isAdding, adding] = useDisclosure();
  const may = useMay();
  const shown = tabs.filter((tab) => may(needs[tab]));
  const tab = shown.find((one) => one === search.tab) ?? shown[0] ?? 'models';
  const Part = parts[tab];
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        tab === 'roots' &&
        may(createTrustAnchor) && (
          <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
            {words.add}
          </Button>
        )
      }
    >
      {may(listTrustSources) && <Reassessment />}
      <PageTabs
        tabs={shown}
        value={tab}
        words={words.tabs}
        onChange={(next) => change({ tab: next, finding: undefined, sort: undefined, size: undefined })}
      >
        <Part />
      </PageTabs>
      <AddRootDialog isOpen={isAdding} onClose={adding.close} />
    </Page>
  );
}
