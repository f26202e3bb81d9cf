import type { Sql, Statement } from '../db/sql.ts';

/** A refused registration or sign-in as the audit tells it. */
export type KeptRefusal = {
  readonly at: Date;
  readonly actor: string;
  readonly code: string;
  readonly ceremony: 'registration' | 'sign-in';
  readonly passkeyName: string | null;
  readonly step: string | null;
  readonly detail: string | null;
};

const refusals: Statement = {
  name: 'process-instances.refusals',
  text: `
select latest.*, c.name as "passkeyName" from (
  select at, id, tenant_id, actor, code, facts ->> 'step' as step, facts ->> 'detail' as detail,
         case when action like 'passkey-authentication.%' then 'sign-in' else 'registration' end as ceremony,
         facts ->> 'passkeyId' as passkey_id
    from audit
   where tenant_id = $1 and instance_id = $2 and outcome = 'FAILURE' and code is not null
     and action in ('passkey-registration.started', 'passkey-registration.completed',
                    'passkey-authentication.started', 'passkey-authentication.completed')
   order by at desc, id desc limit 100
) as latest
  left join credentials c on c.tenant_id = latest.tenant_id and c.id = latest.passkey_id
 order by latest.at, latest.id`,
};

/** The refused registrations and sign-ins of an instance, oldest first. */
export const keptRefusals = (sql: Sql, tenant: string, instanceId: string) =>
  sql.rows<KeptRefusal>(refusals, [tenant, instanceId]);
