import { getProcessInstance, listAudit } from '@latchkey/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryKeys } from '../../api/query-keys.ts';

/** Reads everything about instances once more when the status of the shown one changes: the last step counts too. */
export function useFreshAnswers(status: string): void {
  const client = useQueryClient();
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    known.current = status;
    for (const tag of [getProcessInstance.tag, listAudit.tag])
      void client.invalidateQueries({ queryKey: queryKeys.subject(tag) });
  }, [client, status]);
}
