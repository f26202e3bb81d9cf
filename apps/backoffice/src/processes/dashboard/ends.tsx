import type { FunnelCounts } from '@latchkey/contract';
import { durationText } from '../instances/duration.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './dashboard-words.ts';
import { percent } from './percent.ts';
import { hasSignIns } from './success.ts';

const ends = ['signedIn', 'cancelled', 'timedOut', 'failed', 'completed', 'open'] as const;

type Props = { readonly counts: FunnelCounts; readonly medianMs: number | undefined };

/** Where those went who did not register, and how long it took those who registered or signed in. */
export const Ends = ({ counts, medianMs }: Props) => (
  <dl className={classes.ends}>
    {ends
      .filter((end) => end !== 'signedIn' || hasSignIns(counts))
      .map((end) => (
        <div key={end}>
          <dt>{dashboardWords.ends[end]}</dt>
          <dd>
            {counts[end].toLocaleString('en')} <small>{percent(counts[end], counts.started)}</small>
          </dd>
        </div>
      ))}
    <div>
      <dt>{hasSignIns(counts) ? dashboardWords.medianWithSignIns : dashboardWords.median}</dt>
      <dd>{medianMs === undefined ? '–' : durationText(medianMs)}</dd>
    </div>
  </dl>
);
