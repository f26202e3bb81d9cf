import { Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { auditFilters, auditSearch, tabs } from './audit-search.ts';
import { ExportAudit } from './export-button.tsx';
import { RecordsTab } from './records-tab.tsx';
import { auditWords } from './words.ts';

const ProofTab = lazyPart(() => import('./proof/proof-tab.tsx').then((module) => module.ProofTab));

/** What happened, and the proof that nobody has changed it. */
export function AuditScreen() {
  const [search, change] = useSearch(auditSearch);
  const tab = search.tab ?? 'records';
  return (
    <Page
      title={auditWords.title}
      description={auditWords.description}
      actions={tab === 'records' && <ExportAudit filters={auditFilters(search)} />}
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => change({ tab: tabs.find((one) => one === next && one !== 'records') })}
      >
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {auditWords.tabs[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          {tab === 'records' ? (
            <RecordsTab />
          ) : (
            <Suspense>
              <ProofTab />
            </Suspense>
          )}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
