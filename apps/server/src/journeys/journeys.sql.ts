import type { Sql, Statement } from '../db/sql.ts';
import type { Instance } from '../processes/process-instance.ts';

/** An instance with what its page tells of its tenant and its definition. */
export type Journey = Pick<
  Instance,
  'tenant' | 'id' | 'definitionId' | 'status' | 'state' | 'data' | 'deadlineAt' | 'endedAt' | 'visitorHash'
> & {
  readonly organisation: string;
  readonly definitionName: string;
  readonly definitionVersion: number;
  readonly definitionType: string;
};

const find: Statement = {
  name: 'journey.find',
  text: `select i.tenant_id as tenant, i.id, i.definition_id as "definitionId", i.status, i.state, i.data,
      (extract(epoch from i.deadline_at) * 1000)::float8 as "deadlineAt",
      (extract(epoch from i.ended_at) * 1000)::float8 as "endedAt", i.visitor_hash as "visitorHash",
      t.name as organisation, d.name as "definitionName", d.version as "definitionVersion", d.type as "definitionType"
    from process_instances i
    join tenants t on t.id = i.tenant_id
    join process_definitions d on d.tenant_id = i.tenant_id and d.id = i.definition_id
    where i.id = $1`,
};

const organisation: Statement = {
  name: 'journey.organisation',
  text: 'select name from tenants where id = $1',
};

/** The journey of an instance. */
export const findJourney = (sql: Sql, id: string) => sql.row<Journey>(find, [id]);

/** The name of a tenant as people know it. */
export const findOrganisation = async (sql: Sql, tenant: string) =>
  (await sql.row<{ readonly name: string }>(organisation, [tenant]))?.name;
