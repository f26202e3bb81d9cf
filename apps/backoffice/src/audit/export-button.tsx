import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { saveCsv } from '../kit/csv.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { toast } from '../kit/toasts.ts';
import type { auditFilters } from './audit-search.ts';
import { exportAudit } from './export-audit.ts';
import { auditWords } from './words.ts';

/** Saves what the filters show as a CSV file. */
export function ExportAudit({ filters }: { readonly filters: ReturnType<typeof auditFilters> }) {
  const [told, setTold] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => exportAudit(filters, (done, all) => setTold(auditWords.exporting(done, all))),
    onSuccess: ({ csv, count, isWhole }) => {
      saveCsv(`audit-${new Date().toISOString().slice(0, 10)}.csv`, csv);
      toast(isWhole ? auditWords.exported(count) : auditWords.exportLimit(count));
    },
  });
  if (error !== null) return <FailureNote failure={error} onRetry={() => mutate()} />;
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      disabled={isPending}
      onClick={() => mutate()}
    >
      {isPending ? told : auditWords.export}
    </Button>
  );
}
