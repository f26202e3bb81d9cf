import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { defineProblems } from '@latchkey/kernel';
import pg from 'pg';
import { connectionFault } from './connection-fault.ts';
import { toProblem } from './database-problems.ts';

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
});

/** Any constant serves, as long as every process uses the same. */
const lockKey = 5_284_119_027;
const ownFolder = new URL('./migrations/', import.meta.url);

/**
 * Runs each numbered SQL file of `folder` that this database has not run yet, each in its own transaction,
 * and answers their names. Safe from several processes at once. A newer program may have run more already.
 * Throws `migration.edited`, `migration.misnamed`, `migration.failed`, `database.unavailable` and
 * `database.refused`.
 */
export async function migrate(connectionString: string, folder: URL = ownFolder): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw connectionFault(connectionString, error);
    });
    await locked(client, () => client.query(table));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await locked(client, () => applyOnce(client, migration))) applied.push(migration.name);
    }
    return applied;
  } catch (error) {
    throw toProblem(error);
  } finally {
    await client.end();
  }
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
