import { common } from '../words/common.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './copyable.module.css';

type Props = {
  readonly text: string;
  /** What it is, for the button: "user ID". */
  readonly what: string;
  /** Shows only the beginning where room is short; the whole is copied. */
  readonly isShort?: boolean;
};

/** An id, code or address in monospace with its copy button. */
export const Copyable = ({ text, what, isShort }: Props) => (
  <span className={classes.copyable}>
    <span className={isShort ? classes.short : classes.text} title={text}>
      {text}
    </span>
    <CopyButton text={text} label={common.copyOf(what)} />
  </span>
);
