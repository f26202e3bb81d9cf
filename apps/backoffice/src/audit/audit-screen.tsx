import { type AuditRecord, listAudit } from '@latchkey/contract';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { Page } from '../kit/page.tsx';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditFilters, auditSearch } from './audit-search.ts';
import { ExportAudit } from './export-button.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { auditWords } from './words.ts';

const unset = {
  action: undefined,
  outcome: undefined,
  targetId: undefined,
  instanceId: undefined,
  from: undefined,
  to: undefined,
};

/** What happened, newest first. */
export function AuditScreen() {
  const [search, change] = useSearch(auditSearch);
  const [opened, setOpened] = useState<AuditRecord>();
  const filters = auditFilters(search);
  const answer = useRead(listAudit, {
    query: { ...pageQueryOf({ ...search, sort: search.sort ?? 'at,desc' }), ...filters },
  });
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const clear = () => change(unset);
  return (
    <Page
      title={auditWords.title}
      description={auditWords.description}
      actions={<ExportAudit filters={filters} />}
    >
      <AuditFilters search={search} onChange={change} isFiltered={isFiltered} onClear={clear} />
      <DataList
        label={auditWords.title}
        answer={answer}
        columns={auditColumns(setOpened)}
        rowKey={({ id }) => id}
        onOpen={setOpened}
        search={search}
        onSearch={change}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={{ icon: IconHistory, title: auditWords.noneTitle, text: auditWords.noneText }}
      />
      <RecordDialog record={opened} onClose={() => setOpened(undefined)} />
    </Page>
  );
}
