import type { Way } from './ways.ts';

/** A prepared statement: `name` is a constant unique in the program, never built from input. */
export type Statement = {
  readonly name: string;
  readonly text: string;
  /** How it leaves its tenant. Absent: it sees the rows of `currentTenant` and no others. */
  readonly way?: Way;
};

/** Where statements run: the pool, or one transaction. Stores take this and nothing more. */
export type Sql = {
  /** Every row. Columns are renamed to camelCase in the select itself. */
  readonly rows: <Row>(statement: Statement, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** The first row, or `undefined`. */
  readonly row: <Row>(statement: Statement, values?: readonly unknown[]) => Promise<Row | undefined>;
  /** Runs a change and answers how many rows it touched. */
  readonly change: (statement: Statement, values?: readonly unknown[]) => Promise<number>;
};

/** Runs what a package of others wrote, as it wrote it, under no name; for the tables of that package alone. */
export type Foreign = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** A database: statements on their own, or several in one transaction that commits when `work` resolves. */
export type Database = Sql & {
  /** Retries serialisation failures and deadlocks; `work` may therefore run more than once. */
  readonly transaction: <Result>(work: (sql: Transaction) => Promise<Result>) => Promise<Result>;
  readonly foreign: Foreign;
  readonly close: () => Promise<void>;
};

/** A running transaction, in which a part can fail without failing the whole. */
export type Transaction = Sql & {
  readonly foreign: Foreign;
  /** Undoes what `work` wrote if it throws, and throws on. */
  readonly savepoint: <Result>(work: () => Promise<Result>) => Promise<Result>;
};
