import type { Reference } from '@latchkey/bpmn';
import type {
  NewProcessDefinition,
  Page,
  PageRequest,
  ProcessDefinition,
  ProcessDefinitionVersion,
} from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { type StoredVersion, shownVersion, versionPages } from '../versions/list-versions.sql.ts';
import type { VersionFilter } from '../versions/named-versions.ts';
import { deployVersion, versionColumns } from '../versions/version-statements.ts';

const summary = `${versionColumns}, type as "processDefinitionType", attributes,
  coalesce((select jsonb_agg(jsonb_build_object('name', g.name, 'colour', g.colour) order by g.name)
    from process_definition_tags g where g.tenant_id = v.tenant_id and g.definition_id = v.id), '[]') as tags`;
const columns = `${summary}, bpmn, (select t.id from theme_choices c
    join themes t on t.tenant_id = c.tenant_id and t.name = c.theme_name and t.status = 'DEPLOYED_ACTIVE'
    where c.tenant_id = v.tenant_id and c.definition_name = v.name order by t.version desc limit 1) as "themeId"`;

type Version = Omit<ProcessDefinitionVersion, 'serverType'>;
type FullRow = StoredVersion<Version> & { readonly bpmn: string; readonly themeId: string | null };

const insert: Statement = {
  name: 'process-definitions.insert',
  text: `with done as (
    insert into process_definitions (tenant_id, id, name, version, description, type, attributes, bpmn, created_by, updated_by)
    select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6::jsonb, $7, $8, $8
    from process_definitions where tenant_id = $1 and name = $3
    on conflict (tenant_id, name, version) do nothing returning *),
  audited as (${auditInsert('done', 9)})
  select ${columns} from done v`,
};

const find: Statement = {
  name: 'process-definitions.find',
  text: `select ${columns} from process_definitions v where tenant_id = $1 and id = $2`,
};

const deploy = deployVersion('process_definitions', columns);

/** The API tells milliseconds; each change is at least one later than what it replaces. */
const update: Statement = {
  name: 'process-definitions.update',
  text: `with done as (
    update process_definitions set bpmn = $5, description = coalesce($6, description), updated_by = $3,
      updated_at = greatest(clock_timestamp(), date_trunc('milliseconds', updated_at) + interval '1 millisecond')
    where tenant_id = $1 and id = $2 and status = 'EDITABLE'
      and date_trunc('milliseconds', updated_at) = $4::timestamptz returning *),
  audited as (${auditInsert('done', 7)})
  select ${columns} from done v`,
};

const remove: Statement = {
  name: 'process-definitions.remove',
  text: `with done as (
    delete from process_definitions where tenant_id = $1 and id = $2 and status = 'EDITABLE' returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

const pages = versionPages<Version>('process_definitions', summary);

/** A kind of reference to what finds it; each row of `r` is a Reference as JSON. */
const existing: Readonly<Record<Reference['kind'], string>> = {
  form: `forms f where f.tenant_id = $1 and f.name = r ->> 'name' and f.status = 'DEPLOYED_ACTIVE'
    and f.version = coalesce((r ->> 'version')::integer, 1)`,
  page: `pages g where g.tenant_id = $1 and g.name = r ->> 'name' and g.status = 'DEPLOYED_ACTIVE'
    and g.version = coalesce((r ->> 'version')::integer, 1)`,
  'identity-store': `stores s where s.tenant_id = $1 and s.name = r ->> 'name'`,
  'relying-party': `relying_parties p join stores s on s.tenant_id = $1 and s.id = p.store_id
    where p.tenant_id = $1 and p.rp_id = r ->> 'name' and coalesce(s.name = r ->> 'storeName', true)`,
  'registration-policy': `registration_policies o
    join relying_parties p on p.tenant_id = $1 and p.id = o.relying_party_id
    join stores s on s.tenant_id = $1 and s.id = p.store_id
    where o.tenant_id = $1 and o.name = r ->> 'name' and coalesce(p.rp_id = r ->> 'relyingPartyId', true)
      and coalesce(s.name = r ->> 'storeName', true)`,
};
const cases = Object.entries(existing).map(
  ([kind, from]) => `when '${kind}' then exists (select from ${from})`,
);
const missing: Statement = {
  name: 'process-definitions.missing',
  text: `select r as reference from jsonb_array_elements($2::jsonb) as r
    where not case r ->> 'kind' ${cases.join(' ')} end`,
};

const hold: Statement = {
  name: 'process-definitions.hold-forms',
  text: `select from forms f, jsonb_array_elements($2::jsonb) as r
    where f.tenant_id = $1 and r ->> 'kind' = 'form' and f.name = r ->> 'name' for share of f`,
};

const holdPages: Statement = {
  name: 'process-definitions.hold-pages',
  text: `select from pages g, jsonb_array_elements($2::jsonb) as r
    where g.tenant_id = $1 and r ->> 'kind' = 'page' and g.name = r ->> 'name' for share of g`,
};

const target = { kind: 'process-definition' } as const;

/** Adds the next version; `undefined` when another request took that number at the same moment. */
export const insertDefinition = async (
  sql: Sql,
  actor: Actor,
  id: string,
  { definition, xml }: { readonly definition: NewProcessDefinition; readonly xml: string },
) =>
  whole(
    await sql.row<FullRow>(insert, [
      actor.tenant,
      id,
      definition.name,
      definition.description ?? '',
      definition.processDefinitionType ?? 'VERIFICATION',
      JSON.stringify(definition.attributes ?? {}),
      xml,
      actor.name,
      ...auditValues(actor, { action: 'process-definition.created', target }),
    ]),
  );

/** A version by id. */
export const findDefinition = async (sql: Sql, tenant: string, id: string) =>
  whole(await sql.row<FullRow>(find, [tenant, id]));

/** The XML of a version. */
export const findDiagram = async (sql: Sql, tenant: string, id: string) =>
  (await sql.row<FullRow>(find, [tenant, id]))?.bpmn;

/** Deploys a version; `undefined` when absent or deployed already. */
export const markDefinitionDeployed = async (sql: Sql, actor: Actor, id: string) => {
  const audit = auditValues(actor, { action: 'process-definition.deployed', target });
  return whole(await sql.row<FullRow>(deploy, [actor.tenant, id, actor.name, ...audit]));
};

/** Replaces a draft's content; `undefined` when absent, deployed or changed since `expectedAt`. */
export const replaceDraft = async (
  sql: Sql,
  actor: Actor,
  id: string,
  change: { readonly expectedAt: string; readonly xml: string; readonly description?: string | undefined },
) => {
  const audit = auditValues(actor, { action: 'process-definition.updated', target });
  const { expectedAt, xml, description = null } = change;
  return whole(
    await sql.row<FullRow>(update, [actor.tenant, id, actor.name, expectedAt, xml, description, ...audit]),
  );
};

/** Deletes a version that was never deployed; `false` when absent or deployed. */
export const removeDefinition = async (sql: Sql, actor: Actor, id: string) => {
  const audit = auditValues(actor, { action: 'process-definition.deleted', target });
  return (await sql.row(remove, [actor.tenant, id, ...audit])) !== undefined;
};

/**
 * Of the things that a diagram names, those that are not there (forms and pages: not deployed). In a transaction forms
 * and pages stay until it ends.
 */
export const missingReferences = async (sql: Sql, tenant: string, references: readonly Reference[]) => {
  for (const held of [hold, holdPages]) await sql.rows(held, [tenant, JSON.stringify(references)]);
  return (
    await sql.rows<{ readonly reference: Reference }>(missing, [tenant, JSON.stringify(references)])
  ).map(({ reference }) => reference);
};

/** One page of versions. */
export async function listDefinitionPage(
  sql: Sql,
  tenant: string,
  asked: PageRequest & VersionFilter,
): Promise<Page<ProcessDefinitionVersion>> {
  const { content, ...page } = await pages(sql, tenant, asked);
  return { ...page, content: content.map((version) => ({ ...version, serverType: 'P1' })) };
}

function whole(row: FullRow | undefined): ProcessDefinition | undefined {
  if (row === undefined) return undefined;
  const { bpmn, themeId, ...rest } = row;
  return {
    ...shownVersion<Version>(rest),
    serverType: 'P1',
    ...(themeId !== null && { themeId }),
    resources: { bpmn: { data: Buffer.from(bpmn).toString('base64'), type: 'BPMN' } },
  };
}
