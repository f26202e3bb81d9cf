import { type HistoryEntry, listAudit, type ProcessInstance } from '@latchkey/contract';
import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRead } from '../../api/use-read.ts';
import { Clock } from '../../kit/clock.tsx';
import { Section } from '../../kit/form/section.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { useMay } from '../../session/use-session.ts';
import { durationText } from './duration.ts';
import { ErrorText } from './error-text.tsx';
import { isLive } from './instance-status.tsx';
import { instanceWords } from './instance-words.ts';
import classes from './instances.module.css';
import { liveMs } from './live.ts';
import { type TimelineEntry, timelineEntries } from './timeline-entries.ts';

type Props = {
  readonly instance: ProcessInstance;
  readonly answer: UseQueryResult<readonly HistoryEntry[]>;
};

/** What happened, oldest first, and how long each step took. */
export function Timeline({ instance, answer }: Props) {
  const may = useMay();
  const audit = useRead(
    listAudit,
    { query: { instanceId: instance.id, size: 200, sort: ['at,asc'] } },
    { enabled: may(listAudit), refetchInterval: isLive(instance.status) ? liveMs : false },
  );
  return (
    <Section title={instanceWords.timeline}>
      <Loaded answer={answer}>
        {(history) => <Lines entries={timelineEntries(history, audit.data?.content ?? [])} />}
      </Loaded>
    </Section>
  );
}

const Lines = ({ entries }: { readonly entries: readonly TimelineEntry[] }) =>
  entries.length === 0 ? (
    <Text c="dimmed">{instanceWords.timelineNone}</Text>
  ) : (
    <ol className={classes.timeline}>
      {entries.map((entry) => (
        <li key={entry.key} data-tone={entry.tone}>
          <div className={classes.what}>
            <span>{entry.title}</span>
            {entry.code !== undefined && (
              <Text size="sm" c="dimmed" component="div">
                <ErrorText code={entry.code} activity={entry.activity} errors={entry.errors} />
              </Text>
            )}
            {entry.detail !== undefined && <Text size="sm">{entry.detail}</Text>}
          </div>
          <div className={classes.when}>
            <Clock at={entry.at} />
            {entry.sinceMs >= 100 && <span>{instanceWords.after(durationText(entry.sinceMs))}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
