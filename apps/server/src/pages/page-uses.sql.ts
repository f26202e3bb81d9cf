import type { CustomPageUse } from '@latchkey/contract';
import type { Sql, Statement } from '../db/sql.ts';

type Row = Omit<CustomPageUse, 'element' | 'isCertain'> & { readonly bpmn: string };

const withPages: Statement = {
  name: 'page-uses.with-pages',
  text: `select id as "definitionId", name, version, status, bpmn from process_definitions
    where tenant_id = $1 and position('customPageName' in bpmn) > 0
    order by created_at desc, id`,
};

/** The definitions whose diagram shows some page. */
export const listDiagramsWithPages = (sql: Sql, tenant: string) => sql.rows<Row>(withPages, [tenant]);
