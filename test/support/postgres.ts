import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../../apps/server/src/db/embedded/embedded-postgres.ts';
import { migrate } from '../../apps/server/src/db/migrate.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { roleOf } from '../../apps/server/src/db/start-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, as the owner; its database `template` is migrated and empty. */
    readonly postgres: string;
    /** The same, as the role of the program. */
    readonly postgresRole: string;
  }
}

/** A migrated, empty database of its own. */
export type TestDatabase = {
  /** As the role of the program: nobody's rows are seen outside of `inTenant`. */
  readonly database: Database;
  /** As the owner, who sees the rows of every tenant: for what a test looks up or changes behind the program's back. */
  readonly owner: Database;
  readonly connectionString: string;
  readonly ownerConnectionString: string;
  /** Closes the pool and drops the database; give it to `afterAll`. */
  readonly close: () => Promise<void>;
};

type Project = { readonly provide: (key: 'postgres' | 'postgresRole', value: string) => void };

const template = 'template';

/** vitest's global setup: one embedded PostgreSQL for the run, with a migrated template; answers the teardown. */
export async function setup(project: Project): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(await roomyFolder(), 'latchkey-test-'));
  // Started by root, PostgreSQL's own user must get in.
  await chmod(dataDir, 0o755);
  const server = await embeddedPostgres({ dataDir, log: () => undefined });
  const owner = server.ownerConnectionString;
  await on(owner, `create database ${template}`);
  await migrate(withDatabase(owner, template), roleOf(server.connectionString));
  // A database that somebody is connected to cannot be copied.
  await on(owner, `alter database ${template} allow_connections false`);
  project.provide('postgres', owner);
  project.provide('postgresRole', server.connectionString);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Memory where there is plenty: the server keeps its durable settings, and a test's database costs milliseconds. */
async function roomyFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const isRoomy = memory !== undefined && memory.bavail * memory.bsize > 4 * 1024 ** 3;
  return isRoomy ? '/dev/shm' : tmpdir();
}

/** Makes a database from the template. Call it once in a test file; several make several. */
export async function testDatabase(options: { readonly poolSize?: number } = {}): Promise<TestDatabase> {
  const { connectionString, ownerConnectionString, drop } = await newDatabase();
  const database = openDatabase(connectionString, options);
  const owner = openDatabase(ownerConnectionString, { poolSize: 2 });
  const close = async () => {
    await database.close();
    await owner.close();
    await drop();
  };
  return { database, owner, connectionString, ownerConnectionString, close };
}

/** A copy of the template that nobody has opened yet. */
export async function newDatabase(): Promise<
  Pick<TestDatabase, 'connectionString' | 'ownerConnectionString'> & { readonly drop: () => Promise<void> }
> {
  const { inject } = await import('vitest');
  const server = inject('postgres');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await on(server, `create database ${name} template ${template}`);
  return {
    connectionString: withDatabase(inject('postgresRole'), name),
    ownerConnectionString: withDatabase(server, name),
    drop: () => on(server, `drop database ${name} with (force)`),
  };
}

/** The same server, another database. */
export function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

async function on(connectionString: string, text: string): Promise<void> {
  const database = openDatabase(connectionString, { poolSize: 1, namedStatements: false });
  try {
    await database.change({ name: 'test.administer', text });
  } finally {
    await database.close();
  }
}
