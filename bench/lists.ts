import { parseArgs } from 'node:util';
import { embeddedPostgres } from '../apps/server/src/db/embedded/embedded-postgres.ts';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { openDatabase } from '../apps/server/src/db/open-database.ts';
import type { Sql, Statement } from '../apps/server/src/db/sql.ts';
import { newDataDir, removeDataDir } from '../test/support/latchkey.ts';
import { listCases } from './lists/cases.ts';
import { fillLists } from './lists/fill.ts';
import { median } from './median.ts';

// How long every list takes on a large database: `npm run bench:lists -- --size 1000000`. Its plans: `--explain users`.
const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '1000000' },
    explain: { type: 'string' },
    /** A database that is filled already, or that is to be filled. */
    database: { type: 'string' },
  },
});
const size = Number(options.size);
const rounds = 5;

const dataDir = options.database === undefined ? newDataDir() : undefined;
const postgres =
  dataDir === undefined ? undefined : await embeddedPostgres({ dataDir, log: () => undefined });
const address = postgres?.connectionString ?? String(options.database);
await migrate(address);
const database = openDatabase(address, { poolSize: 1 });
try {
  await database.change({ name: 'bench.patience', text: 'set statement_timeout = 0' });
  const known = await database.row<{ readonly there: boolean }>({
    name: 'bench.lists-there',
    text: `select exists (select 1 from tenants where id = 'bench') as there`,
  });
  if (!known?.there) await fillLists(database, size);
  const floor = await fastest(() => database.row({ name: 'bench.nothing', text: 'select 1' }));
  console.log(`| list | asks for | found | page ms | count ms | of a primary key look-up |`);
  console.log(`| --- | --- | --- | --- | --- | --- |`);
  const lookUp = await fastest(() =>
    database.row(
      { name: 'bench.look-up', text: `select * from users where tenant_id = 'bench' and id = $1` },
      [`U${String(size / 2).padStart(25, '0')}`],
    ),
  );
  for (const { list, asks, read } of listCases(size)) {
    const told: [Statement, readonly unknown[]][] = [];
    const page = await read(recording(database, told));
    const times = await Promise.all([] as number[]);
    for (const [statement, values] of told) times.push(await fastest(() => database.rows(statement, values)));
    const [count = 0, rows = 0] = times;
    console.log(
      `| ${list} | ${asks} | ${page.totalElements.toLocaleString('en')} | ${rows.toFixed(1)} | ${count.toFixed(1)} | ${(rows / lookUp).toFixed(1)} |`,
    );
    if (options.explain !== undefined && `${list}: ${asks}`.includes(options.explain)) {
      for (const [{ name, text }, values] of told) {
        const plan = await database.rows<Record<string, string>>(
          { name: `explain.${name}`, text: `explain (analyze, buffers) ${text}` },
          values,
        );
        console.log(plan.map((row) => Object.values(row)[0]).join('\n'));
      }
    }
  }
  console.log(
    `\nOne statement that does nothing: ${floor.toFixed(2)} ms; a look-up by key: ${lookUp.toFixed(2)} ms.`,
  );
} finally {
  await database.close();
  await postgres?.stop();
  if (dataDir !== undefined) removeDataDir(dataDir);
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

async function fastest(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}
