import { IconDeviceMobile } from '@tabler/icons-react';
import type { Ref } from 'react';
import { holdPhone, type PhoneHooks } from './phone.ts';
import classes from './test-run.module.css';
import { runWords } from './words.ts';

type Props = {
  /** The person's page; absent before the run begins. */
  readonly url: string | undefined;
  /** The page is loaded anew whenever it changes. */
  readonly turn: number;
  readonly hooks: PhoneHooks;
  readonly ref: Ref<HTMLIFrameElement>;
};

/** A phone that shows the person's page: the very page that people get. */
export function PhoneFrame({ url, turn, hooks, ref }: Props) {
  return (
    <section className={classes.phone} aria-label={runWords.phone} data-off={url === undefined || undefined}>
      <div className={classes.bezel}>
        {url === undefined ? (
          <p className={classes.off}>
            <IconDeviceMobile size={28} aria-hidden />
            {runWords.phoneWaits}
          </p>
        ) : (
          <iframe
            key={turn}
            ref={ref}
            src={url}
            title={runWords.phone}
            onLoad={({ currentTarget }) => holdPhone(currentTarget, hooks)}
          />
        )}
      </div>
    </section>
  );
}
