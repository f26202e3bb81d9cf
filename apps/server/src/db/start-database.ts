import { Problem } from '@latchkey/kernel';
import { embeddedPostgres, runningPostgres } from './embedded/embedded-postgres.ts';
import { migrate, requireMigrated } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { requireGuard } from './require-guard.ts';
import type { Database } from './sql.ts';

type Settings = {
  /** As the role of the program. Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** As the owner of the tables. Absent beside a `databaseUrl`: somebody else runs the migrations. */
  readonly databaseOwnerUrl: string | undefined;
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
 * Starts the embedded PostgreSQL or takes the configured server, brings its tables up to date as their owner and opens
 * it as a role that is none and is held by the policies. Throws a Problem whose message is for the operator. Nothing
 * keeps running when it throws.
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
  const owner = embedded?.ownerConnectionString ?? settings.databaseOwnerUrl;
  let database: Database | undefined;
  const stop = async () => {
    await database?.close();
    await embedded?.stop();
  };
  try {
    if (owner === undefined) await requireMigrated(connectionString);
    else for (const name of await migrate(owner, roleOf(connectionString))) log(`Ran migration ${name}.`);
    database = openDatabase(connectionString, settings);
    await requireGuard(database);
  } catch (error) {
    await stop();
    throw error;
  }
  const died = embedded?.died ?? new Promise<string>(() => undefined);
  return Object.freeze({ database, connectionString, stop, died });
}

/**
 * Opens the database for a command: the configured server, or the embedded PostgreSQL, which is started unless a
 * server of ours runs it already. Throws as `startDatabase` does.
 */
export async function openForCommand(
  settings: Settings,
  log: (sentence: string) => void,
): Promise<Pick<StartedDatabase, 'database' | 'stop'>> {
  try {
    return await startDatabase(settings, log);
  } catch (error) {
    const isRunning = error instanceof Problem && error.code === 'database.folder-in-use';
    const connection = isRunning ? runningPostgres(settings.dataDir) : undefined;
    if (connection === undefined) throw error;
    const database = openDatabase(connection, settings);
    return { database, stop: () => database.close() };
  }
}

/** The role that a connection string signs in as. */
export const roleOf = (connectionString: string): string =>
  decodeURIComponent(new URL(connectionString).username);
