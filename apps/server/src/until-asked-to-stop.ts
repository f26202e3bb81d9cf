/**
 * Resolves when SIGINT or SIGTERM asks the process to stop; rejects when a part that it cannot live without has died.
 * A second signal ends at once, for those who cannot wait.
 */
export async function untilAskedToStop(died: Promise<string>): Promise<void> {
  let asked: () => void = () => undefined;
  const signal = new Promise<void>((resolve) => {
    asked = resolve;
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      process.once(name, () => process.exit(1));
      asked();
    });
  }
  const death = died.then((sentence) => Promise.reject(new Error(sentence)));
  await Promise.race([signal, death]);
}
