import { defineProblems, Problem } from '@latchkey/kernel';

export const databaseProblems = defineProblems({
  'database.unavailable': { title: 'The database cannot be reached. Try again in a moment.', status: 503 },
  'database.refused': { title: 'The database server refuses the connection.', status: 503 },
  'database.busy': {
    title: 'Another request holds what this one needs. Try again in a moment.',
    status: 503,
  },
});

/** PostgreSQL's classes and codes, and Node's, that mean: the statement or the connection was lost. */
const lost =
  /^(08...|57P0[1-5]|53300|25006|25P0[34]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
/** The driver's own errors for the same carry no code. */
const lostMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Client was closed)/;
/** Serialisation failure and deadlock: nothing was written, the same work may succeed now. */
const contended = /^(40001|40P01)$/;
/** Lock not available within lock_timeout; statement cancelled by statement_timeout. */
const waited = /^(55P03|57014)$/;

/** Whether the connection was lost, or never had. */
export const isLost = (error: unknown): boolean =>
  lost.test(codeOf(error)) || (error instanceof Error && lostMessage.test(error.message));

/** Whether the transaction lost a race and may be run again. Looks through causes, as use cases may wrap. */
export function isContended(error: unknown): boolean {
  if (contended.test(codeOf(error))) return true;
  return error instanceof Error && error.cause !== undefined && isContended(error.cause);
}

/** The name of the unique constraint or index that a change ran into; `undefined` for any other error. */
export function violatedUnique(error: unknown): string | undefined {
  if (codeOf(error) !== '23505') return undefined;
  return (error as { readonly constraint?: string }).constraint ?? '';
}

/** What a driver's error is to the rest of the program: a Problem where waiting helps, else the error itself. */
export function toProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (isLost(error))
    return databaseProblems.create('database.unavailable', { cause: error, retryAfterSeconds: 2 });
  const isBusy = waited.test(codeOf(error)) || isContended(error);
  return isBusy ? databaseProblems.create('database.busy', { cause: error, retryAfterSeconds: 1 }) : error;
}

function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
