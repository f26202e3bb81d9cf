import { randomBytes } from 'node:crypto';
import { type Latchkey, removeDataDir, startLatchkey } from './latchkey.ts';
import { serverDatabase } from './server-database.ts';

/** A running server on a database of its own; closing it leaves nothing. */
export type ServedLatchkey = Latchkey & {
  readonly setUpUrl: string;
  /** As the role of the program. */
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
};

/**
 * Starts a real server on a database that the test run has ready. How the server starts and stops its own PostgreSQL is
 * the subject of `startLatchkey`'s tests, and costs each start seconds.
 */
export async function serveLatchkey(
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedLatchkey> {
  const { connectionString, ownerConnectionString, close } = await serverDatabase();
  const latchkey = await startLatchkey({
    DATABASE_URL: connectionString,
    DATABASE_OWNER_URL: ownerConnectionString,
    LATCHKEY_SECRET_KEY: randomBytes(32).toString('base64url'),
    ...environment,
  });
  return {
    ...latchkey,
    setUpUrl: latchkey.setUpUrl ?? '',
    databaseUrl: connectionString,
    close: async () => {
      await latchkey.stop();
      removeDataDir(latchkey.dataDir);
      await close();
    },
  };
}
