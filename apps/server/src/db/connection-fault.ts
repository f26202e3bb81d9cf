import type { Problem } from '@latchkey/kernel';
import { databaseProblems, isLost } from './database-problems.ts';

/** Why a server does not take us, as one sentence for the operator: which server, and its own words; no password. */
export function connectionFault(connectionString: string, cause: unknown, setting = 'DATABASE_URL'): Problem {
  const url = new URL(connectionString);
  const server = `${url.searchParams.get('host') ?? url.host}${url.pathname}`;
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  const code = isLost(cause) ? 'database.unavailable' : 'database.refused';
  const verb = isLost(cause) ? 'cannot be reached' : 'refuses the connection';
  return databaseProblems.create(code, {
    detail: `The PostgreSQL server ${server} ${verb}: ${reason}. Check ${setting}.`,
    cause,
  });
}
