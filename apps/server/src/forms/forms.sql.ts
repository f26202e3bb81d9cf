import type { Form, FormVersion, NewForm } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { type StoredVersion, shownVersion, versionPages } from '../versions/list-versions.sql.ts';
import { deployVersion, nextNumber, removeVersion, versionColumns } from '../versions/version-statements.ts';

const columns = `${versionColumns}, resource`;

const insert: Statement = {
  name: 'forms.insert',
  text: `with number as (${nextNumber('form_names')}),
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

const deploy = deployVersion('forms', columns);
const remove = removeVersion('forms');

const hold: Statement = {
  name: 'forms.hold',
  text: 'select id from forms where tenant_id = $1 and name = $2 order by version for update',
};

const diagrams: Statement = {
  name: 'forms.diagrams',
  text: `select id, name, version, status, bpmn as xml, updated_at as "changedAt" from process_definitions
    where tenant_id = $1 and strpos(lower(bpmn), 'dataformname') > 0 order by name, version desc`,
};

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
export const listFormPage = versionPages<FormVersion>('forms', versionColumns);

async function shownRow<Shape>(row: Promise<StoredVersion<Shape> | undefined>): Promise<Shape | undefined> {
  const found = await row;
  return found && shownVersion<Shape>(found);
}
