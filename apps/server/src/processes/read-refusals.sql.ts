import type { Sql, Statement } from '../db/sql.ts';

/** A refused registration or sign-in as the audit tells it. */
export type KeptRefusal = {
  readonly at: Date;
  readonly actor: string;
  readonly code: string;
  readonly step: string | null;
  readonly detail: string | null;
};

const refusals: Statement = {
  name: 'process-instances.refusals',
  text: `
select * from (
  select at, id, actor, code, facts ->> 'step' as step, facts ->> 'detail' as detail from audit
   where tenant_id = $1 and instance_id = $2 and outcome = 'FAILURE' and code is not null
     and action in ('passkey-registration.started', 'passkey-registration.completed',
                    'passkey-authentication.started', 'passkey-authentication.completed')
   order by at desc, id desc limit 100
) as latest order by at, id`,
};

/** The refused registrations of an instance, oldest first. */
export const keptRefusals = (sql: Sql, tenant: string, instanceId: string) =>
  sql.rows<KeptRefusal>(refusals, [tenant, instanceId]);
