import type { PasskeyRefusal } from '@latchkey/contract';
import type { ProblemKind } from '@latchkey/kernel';
import { passkeyProblems } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { authenticationProblems } from '../passkey-authentications/authentication-problems.ts';
import { passkeyRecordProblems } from '../passkeys/passkey.ts';
import { registrationProblems } from '../passkeys/registration-problems.ts';
import { instanceProblems } from './process-instance.ts';
import { readContents } from './read-instances.sql.ts';
import { type KeptRefusal, keptRefusals } from './read-refusals.sql.ts';

const kinds: Readonly<Record<string, ProblemKind>> = {
  ...passkeyProblems.kinds,
  ...registrationProblems.kinds,
  ...authenticationProblems.kinds,
  ...passkeyRecordProblems.kinds,
};

/** Reads why registrations and sign-ins of an instance were refused. Throws `process-instance.not-found`. */
export async function readRefusals(sql: Sql, actor: Actor, id: string): Promise<PasskeyRefusal[]> {
  if (!(await readContents(sql, actor.tenant, id)))
    throw instanceProblems.create('process-instance.not-found');
  return (await keptRefusals(sql, actor.tenant, id)).map(shown);
}

const shown = ({ at, actor, ceremony, code, step, detail, passkeyName }: KeptRefusal): PasskeyRefusal => ({
  at: at.toISOString(),
  actor,
  ceremony,
  code,
  sentence: detail ?? kinds[code]?.title ?? code,
  ...(step !== null && { step }),
  ...(passkeyName !== null && { passkeyName }),
});
