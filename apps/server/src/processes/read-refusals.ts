import type { RegistrationRefusal } from '@latchkey/contract';
import type { ProblemKind } from '@latchkey/kernel';
import { passkeyProblems } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { registrationProblems } from '../passkeys/registration-problems.ts';
import { instanceProblems } from './process-instance.ts';
import { readContents } from './read-instances.sql.ts';
import { type KeptRefusal, keptRefusals } from './read-refusals.sql.ts';

const kinds: Readonly<Record<string, ProblemKind>> = {
  ...passkeyProblems.kinds,
  ...registrationProblems.kinds,
};

/** Reads why registrations of an instance were refused. Throws `process-instance.not-found`. */
export async function readRefusals(sql: Sql, actor: Actor, id: string): Promise<RegistrationRefusal[]> {
  if (!(await readContents(sql, actor.tenant, id)))
    throw instanceProblems.create('process-instance.not-found');
  return (await keptRefusals(sql, actor.tenant, id)).map(shown);
}

const shown = ({ at, actor, code, step, detail }: KeptRefusal): RegistrationRefusal => ({
  at: at.toISOString(),
  actor,
  code,
  sentence: detail ?? kinds[code]?.title ?? code,
  ...(step !== null && { step }),
});
