import { type Repeated, repeatedly } from './repeatedly.ts';

/** Work of which nobody waits for the result, and that any number of processes may do at once. */
export type Chore = {
  readonly name: string;
  readonly everyMs: number;
  /** One round, a bounded batch. Answers how much there was; after less than `full` it rests. */
  readonly work: () => Promise<number>;
  /** A round that did so much may have left some; 1 unless told. */
  readonly full?: number;
};

/** Does every chore at its own pace. */
export function housekeeping(
  chores: readonly Chore[],
  report: (error: unknown, where: Readonly<Record<string, string>>) => void,
): Repeated {
  const loops = chores.map(({ name, everyMs, work, full }) =>
    repeatedly({ work, full, pauseMs: everyMs, failed: (error) => report(error, { chore: name }) }),
  );
  return Object.freeze({
    start: () => {
      for (const loop of loops) loop.start();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  });
}
