import type { CustomPageUse } from '@latchkey/contract';
import type { Sql, Statement } from '../db/sql.ts';

type Row = Omit<CustomPageUse, 'element'> & { readonly bpmn: string };

const naming: Statement = {
  name: 'page-uses.naming',
  text: `select id as "definitionId", name, version, status, bpmn from process_definitions
    where tenant_id = $1 and position('customPageName' in bpmn) > 0 and position($2 in bpmn) > 0
    order by created_at desc, id`,
};

/** The definitions in whose diagram that text stands, and which show some page. Names need no escapes in XML. */
export const listDiagramsNaming = (sql: Sql, tenant: string, name: string) =>
  sql.rows<Row>(naming, [tenant, name]);
