import { Suspense } from 'react';
import { lazyPart } from '../kit/lazy-part.tsx';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { PageTabs } from '../kit/page-tabs.tsx';
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
      <PageTabs tabs={tabs} value={tab} words={auditWords.tabs} onChange={(next) => change({ tab: next })}>
        {tab === 'records' ? (
          <RecordsTab />
        ) : (
          <Suspense>
            <ProofTab />
          </Suspense>
        )}
      </PageTabs>
    </Page>
  );
}
