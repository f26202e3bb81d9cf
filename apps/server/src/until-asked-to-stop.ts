/** Read at once: the parent may end while the server still starts. */
const parent = process.ppid;

type Reasons = {
  /** Resolves with a sentence when a part without which the process cannot live has died. */
  readonly died: Promise<string>;
  /** Whether the end of the program that started this one ends it too. */
  readonly withParent: boolean;
};

/**
 * Resolves when SIGINT or SIGTERM asks the process to stop, or its parent has ended if it is to go with it. Rejects when
 * a needed part has died. A second signal ends at once, for those who cannot wait.
 */
export async function untilAskedToStop({ died, withParent }: Reasons): Promise<void> {
  const death = died.then((sentence) => Promise.reject(new Error(sentence)));
  await Promise.race([signalled(), death, ...(withParent ? [orphaned()] : [])]);
}

const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        process.once(name, () => process.exit(1));
        resolve();
      });
    }
  });

/** There is no signal for it: an orphan is known by its new parent. */
const orphaned = (): Promise<void> =>
  new Promise((resolve) => {
    const look = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(look);
      resolve();
    }, 200).unref();
  });
