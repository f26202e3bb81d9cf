import { listActivities } from '@latchkey/contract';
import { useRead } from '../../api/use-read.ts';
import { useMay } from '../../session/use-session.ts';
import { failureText } from './failure-text.ts';

type Props = {
  readonly code: string;
  /** The activity that failed, where it is known. */
  readonly activity?: string | undefined;
};

/** The code of a failure in words, and the code itself beside. */
export function ErrorText({ code, activity }: Props) {
  const may = useMay();
  const { data = [] } = useRead(listActivities, {}, { enabled: may(listActivities) });
  const text = failureText(code, activity, data);
  return (
    <span>
      {text !== undefined && `${text} `}
      <code>{code}</code>
    </span>
  );
}
