import { randomBytes } from 'node:crypto';
import { embeddedPostgres } from '../../apps/server/src/db/embedded/embedded-postgres.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { type Latchkey, newDataDir, removeDataDir, startLatchkey } from './latchkey.ts';

/** Several server processes behind one name, on one PostgreSQL. */
export type Cluster = {
  readonly servers: readonly Latchkey[];
  readonly bases: readonly string[];
  /** What the processes stored, to be judged by the tests. */
  readonly database: Database;
  readonly stop: () => Promise<void>;
};

/** The origin that people see, in front of every process. */
export const publicOrigin = 'http://localhost:3000';

/** Starts PostgreSQL and `size` servers on it, with more `environment` for all. */
export async function startCluster(
  size: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  const dataDir = newDataDir();
  const postgres = await embeddedPostgres({ dataDir, log: () => undefined });
  const shared = {
    DATABASE_URL: postgres.connectionString,
    DATABASE_OWNER_URL: postgres.ownerConnectionString,
    PUBLIC_URL: publicOrigin,
    LATCHKEY_SECRET_KEY: randomBytes(32).toString('base64url'),
    ...environment,
  };
  const servers = await Promise.all(Array.from({ length: size }, () => startLatchkey(shared)));
  const database = openDatabase(postgres.ownerConnectionString, { poolSize: 2 });
  const stop = async () => {
    await database.close();
    await Promise.all(servers.map((server) => server.stop()));
    await postgres.stop();
    for (const folder of [dataDir, ...servers.map((server) => server.dataDir)]) removeDataDir(folder);
  };
  return { servers, bases: servers.map(({ port }) => `http://localhost:${port}`), database, stop };
}
