import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { BatchedSocket } from './batched-socket.ts';
import { columnTypes } from './column-types.ts';
import { isContended, isLost, toProblem } from './database-problems.ts';
import { openingOf, settingsOf, wayText } from './scope-text.ts';
import { scopedQueries } from './scoped-query.ts';
import type { Database, Sql, Statement, Transaction } from './sql.ts';
import { currentScope, type Scope } from './tenant-scope.ts';

export type DatabaseOptions = {
  /** Most connections that this process holds. */
  readonly poolSize?: number;
  /** Off behind a pooler that hands out connections per transaction: it keeps neither names nor settings of a session. */
  readonly namedStatements?: boolean;
};

type Query = (statement: Statement, values?: readonly unknown[]) => Promise<pg.QueryResult>;
type Pooled = { readonly pool: pg.Pool; readonly together: ReturnType<typeof scopedQueries> };
type ScopeAndWay = readonly [scope: Scope | undefined, way: Statement['way']];
type Attempt<Result> = { readonly result: Result } | { readonly error: unknown; readonly mayRetry: boolean };

const noScope: ScopeAndWay = [undefined, undefined];
const attempts = 6;
/** After this long a caller is better told to come back: its client may already have gone. */
const patienceMs = 3_000;
const timeouts = Object.freeze({
  statement_timeout: 30_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 60_000,
});

/**
 * Opens a pool of connections; connects when first used. Values of columns are as `columnTypes` says.
 * Lost connections and long waits leave as the Problems `database.unavailable` and `database.busy`;
 * inside `transaction` the driver's own errors are seen (`violatedUnique` reads them).
 */
export function openDatabase(connection: string, options: DatabaseOptions = {}): Database {
  const named = options.namedStatements ?? true;
  const pool = new pg.Pool({
    connectionString: connection,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // A statement is sent while `begin` or `savepoint` is still under way: one round trip less each.
    pipeline: true,
    stream: () => new BatchedSocket(),
    types: columnTypes,
    ...(named ? timeouts : {}),
  });
  // An idle connection that breaks leaves the pool by itself; whoever asks next gets a new one.
  pool.on('error', () => undefined);
  // One that breaks in use fails the statement that runs on it or comes next; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const together = scopedQueries();
  if (named) pool.on('connect', together.prepare);
  let closing: Promise<void> | undefined;
  return Object.freeze({
    ...sqlOn((statement, values) =>
      onPool({ pool, together }, [currentScope(), statement.way], queryOf(statement, values, named)),
    ),
    transaction: <Result>(work: (sql: Transaction) => Promise<Result>) =>
      retried(() => attempt(pool, named, work)),
    foreign: (text, values) => onPool({ pool, together }, noScope, plainQuery(text, values)),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  });
}

/** One statement on its own. Not repeated once sent: it may have taken effect. */
async function onPool(on: Pooled, scope: ScopeAndWay, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const isScoped = scope.some((part) => part !== undefined);
  try {
    return await (isScoped ? scoped(on, scope, query) : on.pool.query(query));
  } catch (error) {
    throw toProblem(error);
  }
}

/** The statement in a transaction of its own that begins with its scope: sent together, so in one round trip. */
async function scoped(
  { pool, together }: Pooled,
  scope: ScopeAndWay,
  query: pg.QueryConfig,
): Promise<pg.QueryResult> {
  const settings = settingsOf(...scope);
  const client = await pool.connect();
  let isBroken = false;
  try {
    return await (together.isPrepared(client)
      ? together.run(client, settings, query)
      : betweenBeginAndCommit(client, scope, query));
  } catch (error) {
    isBroken = isLost(error);
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** The same by statements that need no preparation. */
async function betweenBeginAndCommit(
  client: pg.PoolClient,
  scope: ScopeAndWay,
  query: pg.QueryConfig,
): Promise<pg.QueryResult> {
  sent(client, openingOf(...scope) ?? 'begin');
  const answer = client.query(query);
  const ended = sent(client, 'commit');
  const result = await answer;
  await ended;
  return result;
}

async function retried<Result>(once: () => Promise<Attempt<Result>>): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (let tried = 1; ; tried += 1) {
    const outcome = await once();
    if ('result' in outcome) return outcome.result;
    const isOver = tried === attempts || performance.now() > until;
    if (!outcome.mayRetry || isOver) throw toProblem(outcome.error);
    // Random, so that two that met do not meet again.
    await sleep(Math.random() * 10 * 2 ** tried);
  }
}

/** Runs the work once, from begin to commit. A connection lost at commit leaves its fate unknown: never retried. */
async function attempt<Result>(
  pool: pg.Pool,
  named: boolean,
  work: (sql: Transaction) => Promise<Result>,
): Promise<Attempt<Result>> {
  let client: pg.PoolClient | undefined;
  let isCommitting = false;
  let isBroken = false;
  try {
    client = await pool.connect();
    const begun = sent(client, openingOf(currentScope(), undefined) ?? 'begin');
    const result = await work(transactionOn(client, named));
    await begun;
    isCommitting = true;
    await client.query('commit');
    return { result };
  } catch (error) {
    isBroken = isLost(error) || !(await rolledBack(client));
    return { error, mayRetry: isContended(error) || (isLost(error) && !isCommitting) };
  } finally {
    client?.release(isBroken);
  }
}

/** Sends a statement without waiting; its failure is seen by whoever awaits it later. */
function sent(client: pg.PoolClient, text: string): Promise<unknown> {
  const answer = client.query(text);
  answer.catch(() => undefined);
  return answer;
}

async function rolledBack(client: pg.PoolClient | undefined): Promise<boolean> {
  try {
    await client?.query('rollback');
    return true;
  } catch {
    return false;
  }
}

function transactionOn(client: pg.PoolClient, named: boolean): Transaction {
  let depth = 0;
  return Object.freeze({
    ...sqlOn((statement, values) => inScope(client, statement.way, queryOf(statement, values, named))),
    foreign: (text, values) => client.query(plainQuery(text, values)),
    savepoint: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      depth += 1;
      const name = `savepoint_${depth}`;
      const begun = sent(client, `savepoint ${name}`);
      try {
        const result = await work();
        await begun;
        await client.query(`release savepoint ${name}`);
        return result;
      } catch (error) {
        if (!isLost(error)) await client.query(`rollback to savepoint ${name}; release savepoint ${name}`);
        throw error;
      } finally {
        depth -= 1;
      }
    },
  });
}

/** A statement of a transaction; only it goes its way. */
async function inScope(
  client: pg.PoolClient,
  way: Statement['way'],
  query: pg.QueryConfig,
): Promise<pg.QueryResult> {
  if (way === undefined) return client.query(query);
  sent(client, wayText(way));
  const answer = client.query(query);
  sent(client, wayText(undefined));
  return answer;
}

function sqlOn(query: Query): Sql {
  return {
    rows: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      (await query(statement, values)).rows as Row[],
    row: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      (await query(statement, values)).rows[0] as Row | undefined,
    change: async (statement, values) => (await query(statement, values)).rowCount ?? 0,
  };
}

/** Without values it may be several statements. */
const plainQuery = (text: string, values: readonly unknown[] = []): pg.QueryConfig =>
  values.length === 0 ? { text } : { text, values: [...values] };

function queryOf(statement: Statement, values: readonly unknown[] = [], named: boolean): pg.QueryConfig {
  const { name, text } = statement;
  return named ? { name, text, values: [...values] } : { text, values: [...values] };
}
