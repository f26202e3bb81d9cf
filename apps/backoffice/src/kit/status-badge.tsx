import classes from './status-badge.module.css';

type Props = {
  readonly tone: 'good' | 'bad' | 'warn' | 'busy' | 'quiet';
  readonly children: string;
};

/** A state in a word and a tone; the word alone says it. */
export const StatusBadge = ({ tone, children }: Props) => (
  <span className={classes.badge} data-tone={tone}>
    {children}
  </span>
);
