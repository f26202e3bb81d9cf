import type { Sql, Statement } from '../db/sql.ts';

/** A diagram that names something, by which an instance may begin. */
export type StartableDiagram = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly bpmn: string;
};

/** The newest deployed version of each name, those with a tag, and those that an active token names. */
const startable: Statement = {
  name: 'definition-uses.startable',
  text: `select d.id, d.name, d.version, d.bpmn from process_definitions d
    where d.tenant_id = $1 and d.status = 'DEPLOYED_ACTIVE' and position($2 in d.bpmn) > 0
      and (not exists (select from process_definitions n
             where n.tenant_id = $1 and n.name = d.name and n.status = 'DEPLOYED_ACTIVE' and n.version > d.version)
        or exists (select from process_definition_tags t where t.tenant_id = $1 and t.definition_id = d.id)
        or exists (select from process_tokens t where t.tenant_id = $1 and t.status = 'ACTIVE'
             and t.definition_name = d.name and t.definition_version = d.version))
    order by d.name, d.version desc`,
};

/** The diagrams that hold a text, which may be anything in them. */
export const startableDiagramsWith = (sql: Sql, tenant: string, text: string) =>
  sql.rows<StartableDiagram>(startable, [tenant, text]);
