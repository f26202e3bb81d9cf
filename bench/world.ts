import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../apps/server/src/db/embedded/embedded-postgres.ts';
import { openDatabase } from '../apps/server/src/db/open-database.ts';
import { type Latchkey, startLatchkey } from '../test/support/latchkey.ts';
import { type BenchIds, seedUsers } from './seed-users.ts';

/** A real server on a real PostgreSQL with its production settings, and so many users who have no passkey yet. */
export type BenchWorld = BenchIds & {
  readonly latchkey: Latchkey;
  /** As the owner of the tables: what the product is compared with is held by nobody. */
  readonly connectionString: string;
  /** What a server of the product is told of the database. */
  readonly database: Readonly<Record<'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'LATCHKEY_SECRET_KEY', string>>;
  readonly postgresVersion: string;
  readonly close: () => Promise<void>;
};

/** The origin that people would see, at which the measured ceremonies claim to run. */
export const publicOrigin = 'http://localhost:3000';

/** Starts both in a fresh folder; `environment` is the server's. */
export async function openWorld(
  users: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  const postgres = await embeddedPostgres({ dataDir: join(folder, 'database'), log: () => undefined });
  const { connectionString, ownerConnectionString } = postgres;
  const database = {
    DATABASE_URL: connectionString,
    DATABASE_OWNER_URL: ownerConnectionString,
    LATCHKEY_SECRET_KEY: randomBytes(32).toString('base64url'),
  };
  const latchkey = await startLatchkey({
    ...database,
    LATCHKEY_DATA_DIR: join(folder, 'server'),
    LATCHKEY_LOG: 'error',
    // One client and one address stand for many here.
    LATCHKEY_RATES: 'client=999999999 visitor=999999999 address=999999999 link=999999999',
    PUBLIC_URL: publicOrigin,
    ...environment,
  });
  const sql = openDatabase(ownerConnectionString, { poolSize: 1 });
  const ids = await seedUsers(sql, users);
  const version = await sql.row<{ version: string }>({
    name: 'bench.version',
    text: `select current_setting('server_version') as version`,
  });
  await sql.close();
  const close = async () => {
    await latchkey.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    ...ids,
    latchkey,
    connectionString: ownerConnectionString,
    database,
    postgresVersion: version?.version ?? '',
    close,
  };
}
