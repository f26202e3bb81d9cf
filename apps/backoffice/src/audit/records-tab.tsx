import { listAudit } from '@latchkey/contract';
import { IconHistory } from '@tabler/icons-react';
import { useRead } from '../api/use-read.ts';
import { DataList } from '../kit/list/data-list.tsx';
import { pageQueryOf } from '../kit/list/list-search.ts';
import { useSearch } from '../kit/list/use-search.ts';
import { auditColumns } from './audit-columns.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { auditFilters, auditSearch } from './audit-search.ts';
import { OpenedRecord } from './record-dialog.tsx';
import { auditWords } from './words.ts';

const unset = {
  action: undefined,
  outcome: undefined,
  targetId: undefined,
  instanceId: undefined,
  from: undefined,
  to: undefined,
};

/** The records, newest first; the one that is open stands in the address. */
export function RecordsTab() {
  const [search, change] = useSearch(auditSearch);
  const filters = auditFilters(search);
  const answer = useRead(listAudit, {
    query: { ...pageQueryOf({ ...search, sort: search.sort ?? 'at,desc' }), ...filters },
  });
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const clear = () => change(unset);
  const open = (record: string | undefined) => change({ record, page: search.page });
  return (
    <>
      <AuditFilters search={search} onChange={change} isFiltered={isFiltered} onClear={clear} />
      <DataList
        label={auditWords.title}
        answer={answer}
        columns={auditColumns(({ id }) => open(id))}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        search={search}
        onSearch={change}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={{ icon: IconHistory, title: auditWords.noneTitle, text: auditWords.noneText }}
      />
      <OpenedRecord id={search.record} shown={answer.data?.content ?? []} onClose={() => open(undefined)} />
    </>
  );
}
