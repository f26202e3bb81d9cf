import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is done again and again until it is stopped. */
export type Repeated = {
  readonly start: () => void;
  /** Resolves when the round in progress is done. */
  readonly stop: () => Promise<void>;
};

type Round = {
  /** Answers how much there was; after less than `full` it rests. */
  readonly work: () => Promise<number>;
  /** So much says that more may be waiting, which is done without a rest; 1 unless told. */
  readonly full?: number | undefined;
  /** Rest in milliseconds, give or take a quarter. */
  readonly pauseMs: number;
  /** Hears of a round that failed; the next one comes all the same. */
  readonly failed: (error: unknown) => void;
};

/** Repeats a piece of work in the background. */
export function repeatedly(round: Round): Repeated {
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  return Object.freeze({
    start: () => {
      stopping = new AbortController();
      running = runUntil(stopping.signal, round);
    },
    stop: () => {
      stopping?.abort();
      return running;
    },
  });
}

async function runUntil(signal: AbortSignal, { work, full = 1, pauseMs, failed }: Round): Promise<void> {
  while (!signal.aborted) {
    const done = await work().catch((error: unknown) => {
      failed(error);
      return 0;
    });
    // What was done may have left more: an effect, a timer that is due by now.
    if (done >= full) continue;
    // Random, so that several servers do not look at the same moment.
    await sleep(pauseMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
  }
}
