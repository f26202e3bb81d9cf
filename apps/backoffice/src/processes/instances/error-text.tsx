import { listActivities } from '@latchkey/contract';
import { useRead } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';
import { type Failure, failureText } from './failure-text.ts';

/** A failure in words, and its code beside. */
export function ErrorText({ code, activity, errors }: Failure) {
  const may = useMay();
  const { data = [] } = useRead(listActivities, {}, { enabled: may(listActivities) });
  const text = failureText({ code, activity, errors }, data);
  return (
    <span>
      {text !== undefined && `${text} `}
      <code>{code}</code>
    </span>
  );
}
