import { listActivities } from '@latchkey/contract';
import { useRead } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';

/** The code of a failure in words, as the activity that ends with it tells them; the code itself beside. */
export function ErrorText({ code }: { readonly code: string }) {
  const may = useMay();
  const { data = [] } = useRead(listActivities, {}, { enabled: may(listActivities) });
  const event = data.flatMap(({ boundaryEvents }) => boundaryEvents).find((one) => one.code === code);
  return (
    <span>
      {event && `${event.label}: ${event.docs} `}
      <code>{code}</code>
    </span>
  );
}
