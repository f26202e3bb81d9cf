import type { FunnelCounts } from '@latchkey/contract';
import classes from './dashboard.module.css';
import { dashboardWords } from './dashboard-words.ts';
import { percent } from './percent.ts';

const steps = ['started', 'formShown', 'promptShown', 'registered'] as const;

/** The funnel: each step with its count, and its share of those who started. */
export const Funnel = ({ counts }: { readonly counts: FunnelCounts }) => (
  <ol className={classes.funnel} aria-label={dashboardWords.funnel}>
    {steps.map((step) => (
      <li key={step}>
        <span className={classes.step}>{dashboardWords.steps[step]}</span>{' '}
        <svg className={classes.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className={classes.track} width="100" height="10" />
          <rect className={classes.fill} width={(counts[step] / counts.started) * 100} height="10" />
        </svg>
        <span className={classes.count}>{counts[step].toLocaleString('en')}</span>{' '}
        <span className={classes.share}>
          {step === 'started' ? '' : dashboardWords.ofStarted(percent(counts[step], counts.started))}
        </span>
      </li>
    ))}
  </ol>
);
