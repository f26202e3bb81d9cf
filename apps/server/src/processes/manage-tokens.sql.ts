import type { PageRequest, ProcessToken } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { likePattern } from '../db/like-pattern.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { invitedBy } from './invitation.ts';
import { linkHash, type StoredLink } from './token-link.ts';

const columns = `id as key, link_sealed as "linkSealed", tenant_id as "tenantId", name, description, definition_version as "processDefnVersion",
  definition_tag as "processDefnTag", coalesce(definition_name, (
    select d.name from process_definition_tags g
    join process_definitions d on d.tenant_id = g.tenant_id and d.id = g.definition_id
    where g.tenant_id = t.tenant_id and g.name = t.definition_tag)) as "processDefnName", ui_url as "uiUrl", status, type, max_count as "maxCount", counter,
  not_before_at as "notBeforeDtm", not_after_at as "notAfterDtm", max_process_duration as "maxProcessDuration",
  parameters, created_at as "createdDtm", updated_at as "lastUpdatedDtm", created_by as "createdBy",
  updated_by as "lastUpdatedBy"`;

/** What is stored of a token beside who made it. */
export type TokenFields = {
  readonly name: string;
  readonly description: string;
  /** Empty where it follows a tag. */
  readonly processDefnName: string | null;
  readonly processDefnVersion: number | null;
  readonly processDefnTag: string | null;
  readonly uiUrl: string | null;
  readonly status: ProcessToken['status'];
  readonly type: ProcessToken['type'];
  readonly maxCount: number | null;
  readonly notBeforeDtm: string | null;
  readonly notAfterDtm: string | null;
  readonly maxProcessDuration: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** A token as stored: its id is sealed. */
export type StoredToken = Omit<TokenFields, 'notBeforeDtm' | 'notAfterDtm'> & {
  /** By which rows and the audit name it; starts nothing. */
  readonly key: string;
  readonly linkSealed: Uint8Array | null;
  readonly tenantId: string;
  readonly counter: number;
  readonly notBeforeDtm: Date | null;
  readonly notAfterDtm: Date | null;
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
  readonly createdBy: string;
  readonly lastUpdatedBy: string;
};

const insert: Statement = {
  name: 'process-tokens.insert',
  text: `with done as (
    insert into process_tokens (tenant_id, id, created_by, updated_by, name, description, definition_name,
      definition_version, ui_url, status, type, max_count, not_before_at, not_after_at, max_process_duration, parameters,
      definition_tag, link_hash, link_sealed)
    values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz, $13::timestamptz, $14, $15::jsonb, $16,
      $17, $18)
    on conflict (tenant_id, name) do nothing returning *),
  audited as (${auditInsert('done', 19)})
  select ${columns} from done t`,
};

const update: Statement = {
  name: 'process-tokens.update',
  text: `with done as (
    update process_tokens set updated_by = $3, updated_at = now(), name = $4, description = $5, definition_name = $6,
      definition_version = $7, ui_url = $8, status = $9, type = $10, max_count = $11, not_before_at = $12::timestamptz,
      not_after_at = $13::timestamptz, max_process_duration = $14, parameters = $15::jsonb, definition_tag = $16
    where tenant_id = $1 and id = $2 returning *),
  audited as (${auditInsert('done', 17)})
  select ${columns} from done t`,
};

const find: Statement = {
  name: 'process-tokens.find',
  text: `select ${columns} from process_tokens t where tenant_id = $1 and (id = $2 or link_hash = $3)`,
};

const nameTaken: Statement = {
  name: 'process-tokens.name-taken',
  text: 'select 1 from process_tokens where tenant_id = $1 and id <> $2 and name = $3',
};

const deployed: Statement = {
  name: 'process-tokens.definition-deployed',
  text: `select 1 from process_definitions where tenant_id = $1 and name = $2 and status = 'DEPLOYED_ACTIVE'
    and ($3::integer is null or version = $3) limit 1`,
};

const remove: Statement = {
  name: 'process-tokens.remove',
  text: `with done as (delete from process_tokens where tenant_id = $1 and (id = $2 or link_hash = $3) returning id),
  audited as (${auditInsert('done', 4)})
  select id from done`,
};

const filter = 'tenant_id = $1 and ($2::text is null or lower(name) like $2)';
const count: Statement = {
  name: 'process-tokens.count',
  text: `select count(*) as total from process_tokens where ${filter}`,
};
const list = byOrder(
  'process-tokens.list',
  { name: 'name', createdDtm: 'created_at', lastUpdatedDtm: 'updated_at' },
  { fallback: 'createdDtm,desc', last: 'id' },
  (order) => `select ${columns} from process_tokens t where ${filter} order by ${order} limit $3 offset $4`,
);

const target = { kind: 'process-token' } as const;

/** A fresh token: its key, and what is stored of its id. */
export type NewToken = { readonly key: string; readonly link: StoredLink };

/** Adds a token; `undefined` when its name is taken. */
export const insertToken = (sql: Sql, actor: Actor, { key, link }: NewToken, fields: TokenFields) =>
  sql.row<StoredToken>(insert, [
    ...values(actor, key, fields),
    link.hash,
    link.sealed,
    ...auditValues(actor, { action: 'process-token.created', target, facts: factsOf(fields) }),
  ]);

/** Whom an invitation is for. */
function factsOf({ parameters }: TokenFields) {
  const invited = invitedBy(parameters);
  return invited === undefined ? {} : { invitedUser: invited.userId };
}

/** Changes a token; `undefined` when absent. */
export const changeToken = (sql: Sql, actor: Actor, key: string, fields: TokenFields) =>
  sql.row<StoredToken>(update, [
    ...values(actor, key, fields),
    ...auditValues(actor, { action: 'process-token.changed', target, facts: factsOf(fields) }),
  ]);

/** A token by its id, or by its key. */
export const findToken = (sql: Sql, tenant: string, id: string) =>
  sql.row<StoredToken>(find, [tenant, id, linkHash(id)]);

/** Whether another token of the tenant has the name. */
export const isTokenNameTaken = async (sql: Sql, tenant: string, key: string, name: string) =>
  (await sql.row(nameTaken, [tenant, key, name])) !== undefined;

/** Whether a definition of that name (and version) is deployed. */
export const hasDeployedDefinition = async (sql: Sql, tenant: string, name: string, version?: number) =>
  (await sql.row(deployed, [tenant, name, version ?? null])) !== undefined;

/** Deletes a token by its id, or by its key; `false` when absent. */
export async function removeToken(sql: Sql, actor: Actor, id: string): Promise<boolean> {
  const audit = auditValues(actor, { action: 'process-token.deleted', target });
  return (await sql.row(remove, [actor.tenant, id, linkHash(id), ...audit])) !== undefined;
}

/** One page of the tenant's tokens, and how many there are. */
export async function listTokens(
  sql: Sql,
  tenant: string,
  { page = 0, size = 10, sort, name }: PageRequest & { readonly name?: string },
): Promise<{ readonly rows: readonly StoredToken[]; readonly total: number }> {
  const given = [tenant, likePattern(name?.toLowerCase())];
  const total = await sql.row<{ readonly total: number }>(count, given);
  const rows = await sql.rows<StoredToken>(list(sort), [...given, size, page * size]);
  return { rows, total: total?.total ?? 0 };
}

const values = (actor: Actor, key: string, fields: TokenFields): readonly unknown[] => [
  actor.tenant,
  key,
  actor.name,
  fields.name,
  fields.description,
  fields.processDefnName,
  fields.processDefnVersion,
  fields.uiUrl,
  fields.status,
  fields.type,
  fields.maxCount,
  fields.notBeforeDtm,
  fields.notAfterDtm,
  fields.maxProcessDuration,
  JSON.stringify(fields.parameters),
  fields.processDefnTag,
];
