import type { FunnelCounts } from '@latchkey/contract';
import classes from './dashboard.module.css';
import { dashboardWords } from './dashboard-words.ts';
import { percent } from './percent.ts';
import { hasSignIns, succeeded } from './success.ts';

const { steps } = dashboardWords;

/** The steps of the funnel with their counts; the last is what people came for. */
const stepsOf = (counts: FunnelCounts): readonly (readonly [name: string, count: number])[] => [
  [steps.started, counts.started],
  [steps.formShown, counts.formShown],
  [steps.promptShown, counts.promptShown],
  [lastStep(counts), succeeded(counts)],
];

const lastStep = (counts: FunnelCounts): string => {
  if (!hasSignIns(counts)) return steps.registered;
  return counts.registered === 0 ? dashboardWords.ends.signedIn : steps.succeeded;
};

/** The funnel: each step with its count, and its share of those who started. */
export const Funnel = ({ counts }: { readonly counts: FunnelCounts }) => (
  <ol className={classes.funnel} aria-label={dashboardWords.funnel}>
    {stepsOf(counts).map(([name, count], place) => (
      <li key={name}>
        <span className={classes.step}>{name}</span>{' '}
        <svg className={classes.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className={classes.track} width="100" height="10" />
          <rect className={classes.fill} width={(count / counts.started) * 100} height="10" />
        </svg>
        <span className={classes.count}>{count.toLocaleString('en')}</span>{' '}
        <span className={classes.share}>
          {place === 0 ? '' : dashboardWords.ofStarted(percent(count, counts.started))}
        </span>
      </li>
    ))}
  </ol>
);
