import { type Administration, openAdministration } from '@latchkey/server/administration';

/** Does one piece of work with the database of this machine's configuration, and lets go of it. */
export async function administer<Result>(
  work: (administration: Administration) => Promise<Result>,
): Promise<Result> {
  const administration = await openAdministration();
  try {
    return await work(administration);
  } finally {
    await administration.close();
  }
}
