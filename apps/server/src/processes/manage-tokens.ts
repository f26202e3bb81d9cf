import { parseDuration } from '@latchkey/bpmn';
import {
  type NewProcessToken,
  type PageRequest,
  type ProcessToken,
  type ProcessTokenChange,
  pageOf,
} from '@latchkey/contract';
import type { FieldError, NewId } from '@latchkey/kernel';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import { readMoment } from '../db/read-moment.ts';
import type { Sql, Transaction } from '../db/sql.ts';
import { holdTag } from './definition-tags.sql.ts';
import { frozenInvitation, invitedBy, mayInvite } from './invitation.ts';
import {
  changeToken,
  findToken,
  hasDeployedDefinition,
  insertToken,
  isTokenNameTaken,
  listTokens,
  type TokenFields,
} from './manage-tokens.sql.ts';
import { tokenProblems } from './process-token.ts';
import { shownToken } from './shown-token.ts';
import type { TokenLinks } from './token-link.ts';

type Needs = { readonly newId: NewId; readonly links: TokenLinks };

/**
 * Creates a process token. Throws `process-token.invalid`, `process-token.name-not-unique`,
 * `process-token.definition-missing`, `process-token.tag-missing`, and for an invitation `access.forbidden`.
 */
export const createToken =
  ({ newId, links }: Needs) =>
  async (sql: Transaction, actor: Actor, input: NewProcessToken): Promise<ProcessToken> => {
    const given = checked({ type: 'UNLIMITED', ...input });
    await requireTarget(sql, actor, given);
    const fields = { ...given, parameters: await frozenInvitation(sql, actor, given) };
    const [key, id] = [newId(), newId()];
    const link = await links.store({ tenant: actor.tenant, key }, id);
    const made = await insertToken(sql, actor, { key, link }, fields);
    if (made === undefined) throw tokenProblems.create('process-token.name-not-unique');
    return shownToken(links, actor, made);
  };

/** Reads a process token. Throws `process-token.not-found`, `process-token.unreadable`. */
export const getToken =
  ({ links }: Pick<Needs, 'links'>) =>
  async (sql: Sql, actor: Actor, id: string): Promise<ProcessToken> => {
    const token = await findToken(sql, actor.tenant, id);
    if (token === undefined) throw tokenProblems.create('process-token.not-found');
    return shownToken(links, actor, token);
  };

/** One page of the tenant's process tokens. Throws `process-token.unreadable`. */
export const listTokenPage =
  ({ links }: Pick<Needs, 'links'>) =>
  async (sql: Sql, actor: Actor, asked: PageRequest & { readonly name?: string }) => {
    const { rows, total } = await listTokens(sql, actor.tenant, asked);
    return pageOf(await Promise.all(rows.map((row) => shownToken(links, actor, row))), total, asked);
  };

/**
 * Changes a process token: what is absent stays, `null` clears. Throws `process-token.not-found`,
 * `process-token.invalid`, `process-token.name-not-unique`, `process-token.unreadable`; when it shall be active,
 * `process-token.tag-missing`; for an invitation `access.forbidden`.
 */
export const updateToken = (needs: Pick<Needs, 'links'>) => {
  const get = getToken(needs);
  return async (sql: Transaction, actor: Actor, id: string, change: ProcessTokenChange) => {
    const { processDefnName, ...token } = await get(sql, actor, id);
    const named = token.processDefnTag === undefined && processDefnName !== undefined;
    const given = checked({ ...token, ...(named && { processDefnName }), ...change });
    const isSafe = Object.keys(change).length === 1 && change.status === 'INACTIVE';
    // Whoever changes an invitation could make it their own.
    if (invitedBy(token.parameters) && !isSafe && !mayInvite(actor))
      throw accessProblems.create('access.forbidden');
    const fields = isSafe ? given : { ...given, parameters: await frozenInvitation(sql, actor, given) };
    if (fields.status === 'ACTIVE') await requireTag(sql, actor, fields);
    if (await isTokenNameTaken(sql, actor.tenant, token.auditId, fields.name)) {
      throw tokenProblems.create('process-token.name-not-unique');
    }
    const changed = await changeToken(sql, actor, token.auditId, fields);
    if (changed === undefined) throw tokenProblems.create('process-token.not-found');
    return shownToken(needs.links, actor, changed);
  };
};

/** Throws `process-token.definition-missing`, `process-token.tag-missing`. */
async function requireTarget(sql: Transaction, actor: Actor, fields: TokenFields): Promise<void> {
  const { processDefnName: name, processDefnVersion: version } = fields;
  if (name === null) return requireTag(sql, actor, fields);
  if (await hasDeployedDefinition(sql, actor.tenant, name, version ?? undefined)) return;
  throw tokenProblems.create('process-token.definition-missing');
}

/** The tag stays until the transaction ends: nobody removes it before the token is there to be seen. */
async function requireTag(sql: Transaction, actor: Actor, { processDefnTag }: TokenFields): Promise<void> {
  if (processDefnTag === null || (await holdTag(sql, actor.tenant, processDefnTag))) return;
  const detail = `There is no tag "${processDefnTag}".`;
  const errors = [{ pointer: '/processDefnTag', detail }];
  throw tokenProblems.create('process-token.tag-missing', { detail, errors });
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
    processDefnName: given.processDefnName ?? null,
    processDefnVersion: given.processDefnVersion ?? null,
    processDefnTag: given.processDefnTag ?? null,
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
    error: { pointer: '/processDefnName', detail: 'either processDefnName or processDefnTag is required' },
    holds: ({ processDefnName, processDefnTag }) => processDefnName !== null || processDefnTag !== null,
  },
  {
    error: { pointer: '/processDefnTag', detail: 'goes without processDefnName and processDefnVersion' },
    holds: ({ processDefnName, processDefnVersion, processDefnTag }) =>
      processDefnTag === null || (processDefnName === null && processDefnVersion === null),
  },
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
