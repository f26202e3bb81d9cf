import { parseDuration } from '@latchkey/bpmn';
import type { NewProcessToken, ProcessToken, ProcessTokenChange } from '@latchkey/contract';
import type { FieldError, NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { readMoment } from '../db/read-moment.ts';
import type { Sql } from '../db/sql.ts';
import {
  changeToken,
  findToken,
  hasDeployedDefinition,
  insertToken,
  isTokenNameTaken,
  type TokenFields,
} from './manage-tokens.sql.ts';
import { tokenProblems } from './process-token.ts';

/**
 * Creates a process token. Throws `process-token.invalid`, `process-token.name-not-unique`,
 * `process-token.definition-missing`.
 */
export const createToken =
  ({ newId }: { readonly newId: NewId }) =>
  async (sql: Sql, actor: Actor, input: NewProcessToken): Promise<ProcessToken> => {
    const fields = checked({ type: 'UNLIMITED', ...input });
    const { processDefnName: name, processDefnVersion: version } = input;
    if (!(await hasDeployedDefinition(sql, actor.tenant, name, version))) {
      throw tokenProblems.create('process-token.definition-missing');
    }
    const made = await insertToken(sql, actor, newId(), fields);
    if (made === undefined) throw tokenProblems.create('process-token.name-not-unique');
    return made;
  };

/** Reads a process token. Throws `process-token.not-found`. */
export async function getToken(sql: Sql, actor: Actor, id: string): Promise<ProcessToken> {
  const token = await findToken(sql, actor.tenant, id);
  if (token === undefined) throw tokenProblems.create('process-token.not-found');
  return token;
}

/**
 * Changes a process token: what is absent stays, `null` clears. Throws `process-token.not-found`,
 * `process-token.invalid`, `process-token.name-not-unique`.
 */
export async function updateToken(
  sql: Sql,
  actor: Actor,
  id: string,
  change: ProcessTokenChange,
): Promise<ProcessToken> {
  const fields = checked({ ...(await getToken(sql, actor, id)), ...change });
  if (await isTokenNameTaken(sql, actor.tenant, id, fields.name)) {
    throw tokenProblems.create('process-token.name-not-unique');
  }
  const changed = await changeToken(sql, actor, id, fields);
  if (changed === undefined) throw tokenProblems.create('process-token.not-found');
  return changed;
}

type Given = Omit<
  NewProcessToken,
  'type' | 'uiUrl' | 'notBeforeDtm' | 'notAfterDtm' | 'maxProcessDuration'
> & {
  readonly type: NonNullable<NewProcessToken['type']>;
  readonly uiUrl?: string | null;
  readonly notBeforeDtm?: string | null;
  readonly notAfterDtm?: string | null;
  readonly maxProcessDuration?: string | null;
};

/** The fields of a token in their stored form. Throws `process-token.invalid` with every fault. */
function checked(given: Given): TokenFields {
  const fields: TokenFields = {
    name: given.name,
    description: given.description ?? '',
    processDefnName: given.processDefnName,
    processDefnVersion: given.processDefnVersion ?? null,
    uiUrl: given.uiUrl ?? null,
    status: given.status,
    type: given.type,
    maxCount: given.maxCount ?? null,
    notBeforeDtm: given.notBeforeDtm ?? null,
    notAfterDtm: given.notAfterDtm ?? null,
    maxProcessDuration: given.maxProcessDuration ?? null,
    parameters: given.parameters ?? {},
  };
  const errors = rules.filter(({ holds }) => !holds(fields)).map(({ error }) => error);
  if (errors.length > 0) throw tokenProblems.create('process-token.invalid', { errors });
  return fields;
}

const isMoment = (text: string | null) => text === null || readMoment(text) !== undefined;

const rules: readonly { readonly error: FieldError; readonly holds: (fields: TokenFields) => boolean }[] = [
  {
    error: { pointer: '/maxCount', detail: 'is required for MULTI_USE_COUNT_LIMITED' },
    holds: ({ type, maxCount }) => type !== 'MULTI_USE_COUNT_LIMITED' || maxCount !== null,
  },
  {
    error: {
      pointer: '/notAfterDtm',
      detail: 'notBeforeDtm or notAfterDtm is required for MULTI_USE_TIME_LIMITED',
    },
    holds: ({ type, notBeforeDtm, notAfterDtm }) =>
      type !== 'MULTI_USE_TIME_LIMITED' || notBeforeDtm !== null || notAfterDtm !== null,
  },
  {
    error: { pointer: '/notBeforeDtm', detail: 'must be a moment such as 2026-11-24T08:00:00Z' },
    holds: ({ notBeforeDtm }) => isMoment(notBeforeDtm),
  },
  {
    error: { pointer: '/notAfterDtm', detail: 'must be a moment such as 2026-11-24T08:00:00Z' },
    holds: ({ notAfterDtm }) => isMoment(notAfterDtm),
  },
  {
    error: { pointer: '/notAfterDtm', detail: 'must be later than notBeforeDtm' },
    holds: ({ notBeforeDtm, notAfterDtm }) =>
      notBeforeDtm === null || notAfterDtm === null || !(Date.parse(notAfterDtm) <= Date.parse(notBeforeDtm)),
  },
  {
    error: { pointer: '/maxProcessDuration', detail: 'must be an ISO 8601 duration such as PT48H' },
    holds: ({ maxProcessDuration }) =>
      maxProcessDuration === null || (parseDuration(maxProcessDuration) ?? 0) > 0,
  },
  {
    error: { pointer: '/uiUrl', detail: 'must be an http or https address' },
    holds: ({ uiUrl }) => uiUrl === null || /^https?:$/.test(URL.parse(uiUrl)?.protocol ?? ''),
  },
];
