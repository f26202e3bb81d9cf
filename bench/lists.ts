import { parseArgs } from 'node:util';
import { embeddedPostgres } from '../apps/server/src/db/embedded/embedded-postgres.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { openDatabase } from '../apps/server/src/db/open-database.ts';
import type { Sql, Statement } from '../apps/server/src/db/sql.ts';
import { roleOf } from '../apps/server/src/db/start-database.ts';
import { inTenant } from '../apps/server/src/db/tenant-scope.ts';
import { newDataDir, removeDataDir } from '../test/support/latchkey.ts';
import { listCases } from './lists/cases.ts';
import { fillLists } from './lists/fill.ts';
import { median } from './median.ts';

// How long every list takes on a large database, as the program's own role: `npm run bench:lists -- --size 1000000`.
// `--explain "users: nobody"` prints the plans of the questions that are called so.
const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '1000000' }, explain: { type: 'string' } },
});
const size = Number(options.size);
const rounds = 5;

const dataDir = newDataDir();
const postgres = await embeddedPostgres({ dataDir, log: () => undefined });
await migrate(postgres.ownerConnectionString, roleOf(postgres.connectionString));
const owner = openDatabase(postgres.ownerConnectionString, { poolSize: 1 });
const database = openDatabase(postgres.connectionString, { poolSize: 1 });
try {
  await owner.change({ name: 'bench.patience', text: 'set statement_timeout = 0' });
  await fillLists(owner, size);
  await inTenant('bench', measure);
} finally {
  await Promise.all([owner.close(), database.close()]);
  await postgres.stop();
  removeDataDir(dataDir);
}

async function measure(): Promise<void> {
  const lookUp = await usual(() =>
    database.row(
      { name: 'bench.look-up', text: `select * from users where tenant_id = 'bench' and id = $1` },
      [`U${String(Math.floor(size / 2)).padStart(25, '0')}`],
    ),
  );
  console.log(`A user by key: ${lookUp.toFixed(2)} ms.\n`);
  console.log('| list | asks for | found | page ms | times a user by key | count ms |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const { list, asks, read } of listCases(size)) {
    const told: [Statement, readonly unknown[]][] = [];
    const { totalElements } = await read(recording(database, told));
    const [count = 0, page = 0] = await timesOf(told);
    const figures = [page.toFixed(1), (page / lookUp).toFixed(1), count.toFixed(1)];
    console.log(`| ${[list, asks, totalElements.toLocaleString('en'), ...figures].join(' | ')} |`);
    if (options.explain !== undefined && `${list}: ${asks}`.includes(options.explain)) await explain(told);
  }
}

async function timesOf(told: readonly (readonly [Statement, readonly unknown[]])[]): Promise<number[]> {
  const times: number[] = [];
  for (const [statement, values] of told) times.push(await usual(() => database.rows(statement, values)));
  return times;
}

async function explain(told: readonly (readonly [Statement, readonly unknown[]])[]): Promise<void> {
  for (const [{ name, text }, values] of told) {
    const statement = { name: `explain.${name}`, text: `explain (analyze, buffers) ${text}` };
    const plan = await database.rows<Record<string, string>>(statement, values);
    console.log(plan.map((row) => Object.values(row)[0]).join('\n'));
  }
}

/** The same database, which writes down what it is asked. */
function recording(sql: Sql, told: [Statement, readonly unknown[]][]): Sql {
  const note = (statement: Statement, values: readonly unknown[] = []) => void told.push([statement, values]);
  return {
    rows: (statement, values) => {
      note(statement, values);
      return sql.rows(statement, values);
    },
    row: (statement, values) => {
      note(statement, values);
      return sql.row(statement, values);
    },
    change: sql.change,
  };
}

/** The median of several rounds, in ms. */
async function usual(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}
