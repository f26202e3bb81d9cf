import {
  type Form,
  type FormVersion,
  type NewForm,
  type Page,
  type PageRequest,
  pageOf,
} from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import {
  deployedVersion,
  type VersionFilter,
  versionFilter,
  versionFilterValues,
} from '../db/named-versions.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';

const summary = `id, name, version, description, status, created_at as "createdDtm", updated_at as "lastUpdatedDtm",
  created_by as "createdBy", updated_by as "lastUpdatedBy"`;
const columns = `${summary}, resource`;

type Stored<Shape> = Omit<Shape, 'createdDtm' | 'lastUpdatedDtm'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
};

/** A stored object with its moments as the API writes them. */
export const shown = <Shape>(row: Stored<Shape>): Shape =>
  ({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
  }) as Shape;

const insert: Statement = {
  name: 'forms.insert',
  text: `with number as (
    insert into form_names (tenant_id, name, last_version) values ($1, $3, 1)
    on conflict (tenant_id, name) do update set last_version = form_names.last_version + 1 returning last_version),
  done as (
    insert into forms (tenant_id, id, name, version, description, status, resource, created_by, updated_by)
    select $1, $2, $3, last_version, $4, $5, $6, $7, $7 from number returning *),
  audited as (${auditInsert('done', 8)})
  select ${columns} from done`,
};

const find: Statement = {
  name: 'forms.find',
  text: `select ${columns} from forms where tenant_id = $1 and id = $2`,
};

const deployed: Statement = {
  name: 'forms.deployed',
  text: `select resource from forms where tenant_id = $1 and name = $2 and version = $3 and status = 'DEPLOYED_ACTIVE'`,
};

const deploy: Statement = {
  name: 'forms.deploy',
  text: `with done as (
    update forms set status = 'DEPLOYED_ACTIVE', updated_at = now(), updated_by = $3
    where tenant_id = $1 and id = $2 and status = 'EDITABLE' returning *),
  audited as (${auditInsert('done', 4)})
  select ${columns} from done`,
};

const remove: Statement = {
  name: 'forms.remove',
  text: `with done as (
    delete from forms where tenant_id = $1 and id = $2 returning id, name, version),
  audited as (${auditInsert('done', 3)})
  select name, version from done`,
};

const hold: Statement = {
  name: 'forms.hold',
  text: 'select id from forms where tenant_id = $1 and name = $2 order by version for update',
};

const diagrams: Statement = {
  name: 'forms.diagrams',
  text: `select id, name, version, status, bpmn as xml, updated_at as "changedAt" from process_definitions
    where tenant_id = $1 and strpos(lower(bpmn), 'dataformname') > 0 order by name, version desc`,
};

const count: Statement = {
  name: 'forms.count',
  text: `select count(*) as total from forms v where ${versionFilter('forms')}`,
};
const list = byOrder(
  'forms.list',
  { name: 'name', version: 'version', createdDtm: 'created_at', lastUpdatedDtm: 'updated_at' },
  { fallback: 'createdDtm,desc', last: 'id' },
  (order) => `select ${summary}, ${deployedVersion('forms')} from forms v
    where ${versionFilter('forms')} order by ${order} limit $6 offset $7`,
);

const target = { kind: 'form' } as const;

/** Adds the next version of a form. */
export const insertForm = async (
  sql: Sql,
  actor: Actor,
  id: string,
  form: Required<Omit<NewForm, 'creationOption'>>,
) =>
  (await shownRow<Form>(
    sql.row(insert, [
      actor.tenant,
      id,
      form.name,
      form.description,
      form.status,
      form.resource,
      actor.name,
      ...auditValues(actor, { action: 'form.created', target }),
    ]),
  )) as Form;

/** A version by id. */
export const findForm = (sql: Sql, tenant: string, id: string) => shownRow<Form>(sql.row(find, [tenant, id]));

/** The document of a deployed version, as JSON text. */
export const findDeployedForm = async (sql: Sql, tenant: string, name: string, version: number) =>
  (await sql.row<{ readonly resource: string }>(deployed, [tenant, name, version]))?.resource;

/** Deploys a version; `undefined` when absent or deployed already. */
export const markFormDeployed = (sql: Sql, actor: Actor, id: string) =>
  shownRow<Form>(
    sql.row(deploy, [
      actor.tenant,
      id,
      actor.name,
      ...auditValues(actor, { action: 'form.deployed', target }),
    ]),
  );

/** The ids of all versions of a form, oldest first; nobody else changes them until the transaction ends. */
export const holdVersions = async (sql: Sql, tenant: string, name: string) =>
  (await sql.rows<{ readonly id: string }>(hold, [tenant, name])).map(({ id }) => id);

/** Deletes a version; answers which it was, `undefined` when absent. */
export const removeForm = (sql: Sql, actor: Actor, id: string) =>
  sql.row<{ readonly name: string; readonly version: number }>(remove, [
    actor.tenant,
    id,
    ...auditValues(actor, { action: 'form.deleted', target }),
  ]);

/** A diagram that may show forms. */
export type StoredDiagram = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly status: 'EDITABLE' | 'DEPLOYED_ACTIVE';
  readonly xml: string;
  readonly changedAt: Date;
};

/** The diagrams with tasks that show forms, newest first. */
export const diagramsWithForms = (sql: Sql, tenant: string) => sql.rows<StoredDiagram>(diagrams, [tenant]);

/** One page of versions. */
export async function listFormPage(
  sql: Sql,
  tenant: string,
  asked: PageRequest & VersionFilter,
): Promise<Page<FormVersion>> {
  const { page = 0, size = 10, sort } = asked;
  const values = versionFilterValues(tenant, asked);
  const total = await sql.row<{ readonly total: number }>(count, values);
  const rows = await sql.rows<Stored<FormVersion>>(list(sort), [...values, size, page * size]);
  return pageOf(
    rows.map((row) => withoutNulls(shown<FormVersion>(row))),
    total?.total ?? 0,
    asked,
  );
}

async function shownRow<Shape>(row: Promise<Stored<Shape> | undefined>): Promise<Shape | undefined> {
  const found = await row;
  return found && shown<Shape>(found);
}
