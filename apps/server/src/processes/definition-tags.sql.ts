import type { ProcessDefinitionTag } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

const joined = `process_definition_tags g
  join process_definitions d on d.tenant_id = g.tenant_id and d.id = g.definition_id`;
const columns = `g.name, g.colour, d.id as "processDefnId", d.name as "processDefnName",
  d.version as "processDefnVersion", g.created_at as "createdDtm", g.updated_at as "lastUpdatedDtm",
  g.created_by as "createdBy", g.updated_by as "lastUpdatedBy",
  (select count(*)::integer from process_tokens t where t.tenant_id = g.tenant_id and t.definition_tag = g.name
    and t.status = 'ACTIVE') as followers`;

const list: Statement = {
  name: 'definition-tags.list',
  text: `select ${columns} from ${joined} where g.tenant_id = $1 order by g.name`,
};

const find: Statement = {
  name: 'definition-tags.find',
  text: `select ${columns} from ${joined} where g.tenant_id = $1 and g.name = $2`,
};

const lock: Statement = {
  name: 'definition-tags.lock',
  text: 'select 1 from process_definition_tags where tenant_id = $1 and name = $2 for update',
};

const hold: Statement = {
  name: 'definition-tags.hold',
  text: 'select 1 from process_definition_tags where tenant_id = $1 and name = $2 for share',
};

const insert: Statement = {
  name: 'definition-tags.insert',
  text: `with done as (
    insert into process_definition_tags (tenant_id, name, definition_id, created_by, updated_by, colour)
    values ($1, $2, $3, $4, $4, coalesce($5, 'grey')) on conflict (tenant_id, name) do nothing returning name),
  audited as (${auditInsert('done', 6, 'name')})
  select name from done`,
};

const change: Statement = {
  name: 'definition-tags.change',
  text: `with done as (
    update process_definition_tags set definition_id = $3, colour = coalesce($5, colour), updated_by = $4, updated_at = now()
    where tenant_id = $1 and name = $2 returning name),
  audited as (${auditInsert('done', 6, 'name')})
  select name from done`,
};

const remove: Statement = {
  name: 'definition-tags.remove',
  text: `with done as (delete from process_definition_tags where tenant_id = $1 and name = $2 returning name),
  audited as (${auditInsert('done', 3, 'name')})
  select name from done`,
};

const followers: Statement = {
  name: 'definition-tags.followers',
  text: `select name from process_tokens
    where tenant_id = $1 and definition_tag = $2 and status = 'ACTIVE' order by name limit 20`,
};

const count: Statement = {
  name: 'definition-tags.count',
  text: 'select count(*)::integer as total from process_definition_tags where tenant_id = $1',
};

type Row = Omit<ProcessDefinitionTag, 'createdDtm' | 'lastUpdatedDtm'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
};

const target = { kind: 'process-definition-tag' } as const;

/** Every tag of a tenant, by name. */
export const listTags = async (sql: Sql, tenant: string) => (await sql.rows<Row>(list, [tenant])).map(shown);

/** A tag by name. */
export async function findTag(sql: Sql, tenant: string, name: string) {
  const row = await sql.row<Row>(find, [tenant, name]);
  return row && shown(row);
}

/** Waits until nobody else changes the tag, and lets nobody until the transaction ends. */
export async function lockTag(sql: Sql, tenant: string, name: string) {
  await sql.row(lock, [tenant, name]);
  return findTag(sql, tenant, name);
}

/** Whether there is such a tag; it stays until the transaction ends. */
export const holdTag = async (sql: Sql, tenant: string, name: string) =>
  (await sql.row(hold, [tenant, name])) !== undefined;

type Put = {
  readonly name: string;
  readonly definitionId: string;
  readonly colour: string | undefined;
  /** What the audit is told beside the names. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Adds a tag; `false` when another request has added it at the same moment. */
export const insertTag = async (sql: Sql, actor: Actor, put: Put) =>
  (await sql.row(insert, putValues(actor, 'process-definition-tag.set', put))) !== undefined;

/** Puts a tag on another version, or gives it another colour. */
export const changeTag = (sql: Sql, actor: Actor, action: 'set' | 'moved', put: Put) =>
  sql.row(change, putValues(actor, `process-definition-tag.${action}`, put));

/** Removes a tag. */
export const deleteTag = (sql: Sql, actor: Actor, name: string, facts: Put['facts']) => {
  const audit = auditValues(actor, { action: 'process-definition-tag.removed', target, facts });
  return sql.row(remove, [actor.tenant, name, ...audit]);
};

/** The first twenty active tokens that follow a tag. */
export const followersOf = (sql: Sql, tenant: string, name: string) =>
  sql.rows<{ readonly name: string }>(followers, [tenant, name]);

/** How many tags a tenant has. */
export const countTags = async (sql: Sql, tenant: string) =>
  (await sql.row<{ readonly total: number }>(count, [tenant]))?.total ?? 0;

const putValues = (actor: Actor, action: string, { name, definitionId, colour, facts }: Put) => [
  actor.tenant,
  name,
  definitionId,
  actor.name,
  colour ?? null,
  ...auditValues(actor, { action, target, facts }),
];

const shown = (row: Row): ProcessDefinitionTag => ({
  ...row,
  createdDtm: row.createdDtm.toISOString(),
  lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
});
