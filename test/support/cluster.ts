import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { type Latchkey, removeDataDir, startLatchkey } from './latchkey.ts';
import { serverDatabase } from './server-database.ts';

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

/** Starts `size` servers on one database, with more `environment` for all. */
export async function startCluster(
  size: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  const { connectionString, ownerConnectionString, close } = await serverDatabase();
  const shared = {
    DATABASE_URL: connectionString,
    DATABASE_OWNER_URL: ownerConnectionString,
    PUBLIC_URL: publicOrigin,
    LATCHKEY_SECRET_KEY: randomBytes(32).toString('base64url'),
    ...environment,
  };
  const servers = await Promise.all(Array.from({ length: size }, () => startLatchkey(shared)));
  const database = openDatabase(ownerConnectionString, { poolSize: 2 });
  const stop = async () => {
    await database.close();
    await Promise.all(servers.map((server) => server.stop()));
    for (const { dataDir } of servers) removeDataDir(dataDir);
    await close();
  };
  return { servers, bases: servers.map(({ port }) => `http://localhost:${port}`), database, stop };
}
