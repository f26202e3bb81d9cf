import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { defineProblems } from '@latchkey/kernel';
import pg from 'pg';
import { connectionFault } from './connection-fault.ts';
import { toProblem } from './database-problems.ts';
import { guardTables } from './guard-tables.ts';

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
};

export const migrationProblems = defineProblems({
  'migration.edited': { title: 'A migration that this database already ran has been edited.', status: 500 },
  'migration.misnamed': {
    title: 'Migrations must be numbered 0001, 0002, … without a gap, as in 0007-name.sql.',
    status: 500,
  },
  'migration.failed': { title: 'A migration failed; nothing of it was kept.', status: 500 },
  'migration.missing': { title: 'The database lacks a migration of this program.', status: 500 },
});

/** Any constant serves, as long as every process uses the same. */
const lockKey = 5_284_119_027;
const ownFolder = new URL('./migrations/', import.meta.url);

/** Whose connection it is, by the setting that names it. */
export type ConnectionSetting = 'DATABASE_URL' | 'DATABASE_OWNER_URL';

/**
 * Runs each numbered SQL file of `folder` that this database has not run yet, each in its own transaction,
 * and answers their names; then lets the role `application` work under the policies of `guardTables`. Connects as the
 * owner. Safe from several processes at once. A newer program may have run more already.
 * Throws `migration.edited`, `migration.misnamed`, `migration.failed`, `database.unavailable` and
 * `database.refused`.
 */
export async function migrate(
  owner: string,
  application: string,
  folder: URL = ownFolder,
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  return connected(owner, 'DATABASE_OWNER_URL', async (client) => {
    await locked(client, () => client.query(table));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await locked(client, () => applyOnce(client, migration))) applied.push(migration.name);
    }
    await locked(client, () => guardTables(client, application));
    return applied;
  });
}

/** Throws `migration.missing` unless the database has run every migration of this program, whoever ran them. */
export async function requireMigrated(connectionString: string, folder: URL = ownFolder): Promise<void> {
  const migrations = await readMigrations(folder);
  const known = await connected(connectionString, 'DATABASE_URL', (client) =>
    client.query('select number from migrations').catch(noTable),
  );
  const missing = migrations.filter(({ number }) => !known.rows.some((row) => row.number === number));
  if (missing.length === 0) return;
  throw migrationProblems.create('migration.missing', {
    detail: `The database has not run ${missing.map(({ name }) => name).join(', ')}. Set DATABASE_OWNER_URL, so that the start runs them.`,
  });
}

async function connected<Result>(
  connectionString: string,
  setting: ConnectionSetting,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw connectionFault(connectionString, error, setting);
    });
    return await work(client);
  } catch (error) {
    throw toProblem(error);
  } finally {
    await client.end();
  }
}

/** Undefined table: a database that nobody has migrated, or a role that was let nowhere. */
function noTable(error: unknown): { readonly rows: readonly { readonly number: number }[] } {
  if (['42P01', '42501'].includes((error as { readonly code: string }).code)) return { rows: [] };
  throw error;
}

const table = `create table if not exists migrations (
  number     integer primary key,
  name       text not null,
  checksum   text not null,
  applied_at timestamptz not null default clock_timestamp()
)`;

async function applyOnce(client: pg.Client, migration: Migration): Promise<boolean> {
  const { rows } = await client.query('select checksum from migrations where number = $1', [
    migration.number,
  ]);
  if (rows.length > 0) {
    refuseEdited(migration, rows[0].checksum);
    return false;
  }
  await run(client, migration);
  await client.query('insert into migrations (number, name, checksum) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.checksum,
  ]);
  return true;
}

async function run(client: pg.Client, { name, text }: Migration): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw migrationProblems.create('migration.failed', {
      detail: `Migration ${name} failed and was undone: ${reason}.`,
      cause: error,
    });
  }
}

function refuseEdited({ name, checksum }: Migration, known: string): void {
  if (checksum === known) return;
  throw migrationProblems.create('migration.edited', {
    detail: `Migration ${name} was edited after this database ran it. Restore the file and put the change into a new migration.`,
  });
}

/** The lock ends with the transaction, so it also holds behind a pooler that shares connections. */
async function locked<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    // The owner is under the policies too, and passes by them here alone.
    await client.query("set local latchkey.way = 'migration'");
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function readMigrations(folder: URL): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name, index) => readMigration(folder, name, index + 1)));
}

async function readMigration(folder: URL, file: string, number: number): Promise<Migration> {
  const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file);
  if (Number(match?.[1]) !== number) {
    throw migrationProblems.create('migration.misnamed', {
      detail: `${file} is not migration ${String(number).padStart(4, '0')}: number them without a gap, as in 0007-name.sql.`,
    });
  }
  // A checkout on Windows may change line ends; that is no edit.
  const text = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n');
  return { number, name: file, text, checksum: createHash('sha256').update(text).digest('hex') };
}
