import { embeddedPostgres } from '../../apps/server/src/db/embedded/embedded-postgres.ts';
import { newDataDir, removeDataDir } from './latchkey.ts';
import { newDatabase } from './postgres.ts';

/** A database for server processes that a test starts. */
export type ServerDatabase = {
  /** As the role of the program. */
  readonly connectionString: string;
  /** As the owner of the tables. */
  readonly ownerConnectionString: string;
  readonly close: () => Promise<void>;
};

/** A migrated one in the PostgreSQL of the test run; outside of a run, for pictures and benchmarks, an empty PostgreSQL. */
export async function serverDatabase(): Promise<ServerDatabase> {
  if (process.env.VITEST === undefined) return ownPostgres();
  const { drop, ...connections } = await newDatabase();
  return { ...connections, close: drop };
}

async function ownPostgres(): Promise<ServerDatabase> {
  const dataDir = newDataDir();
  const { connectionString, ownerConnectionString, stop } = await embeddedPostgres({
    dataDir,
    log: () => undefined,
  });
  const close = async () => {
    await stop();
    removeDataDir(dataDir);
  };
  return { connectionString, ownerConnectionString, close };
}
