/** Read at once: the parent may end while the server still starts. */
const parent = process.ppid;

/**
 * Resolves when SIGINT or SIGTERM asks the process to stop, or when the program that started it has ended, if it is to
 * go with it. Call it before anything is started: what is asked during the start is heard too. A second signal ends at
 * once, for those who cannot wait.
 */
export function untilAskedToStop({ withParent }: { readonly withParent: boolean }): Promise<void> {
  return Promise.race([signalled(), ...(withParent ? [orphaned()] : [])]);
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
