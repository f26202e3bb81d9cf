import { embeddedPostgres } from './embedded/embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import type { Database } from './sql.ts';

type Settings = {
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly poolSize: number;
  readonly namedStatements: boolean;
};

export type StartedDatabase = {
  readonly database: Database;
  readonly connectionString: string;
  /** Closes the pool, then the embedded PostgreSQL if there is one. */
  readonly stop: () => Promise<void>;
  /** Resolves with a sentence if the embedded PostgreSQL ends unasked; else never. */
  readonly died: Promise<string>;
};

/**
 * Starts the embedded PostgreSQL or takes the configured server, brings its tables up to date and opens it.
 * Throws a Problem whose message is for the operator. Nothing keeps running when it throws.
 */
export async function startDatabase(
  settings: Settings,
  log: (sentence: string) => void,
): Promise<StartedDatabase> {
  const embedded =
    settings.databaseUrl === undefined
      ? await embeddedPostgres({ dataDir: settings.dataDir, log })
      : undefined;
  const connectionString = settings.databaseUrl ?? embedded?.connectionString ?? '';
  try {
    for (const name of await migrate(connectionString)) log(`Ran migration ${name}.`);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase(connectionString, settings);
  const stop = async () => {
    await database.close();
    await embedded?.stop();
  };
  return Object.freeze({
    database,
    connectionString,
    stop,
    died: embedded?.died ?? new Promise<string>(() => undefined),
  });
}
