import type { PolicySettings, Reference, RelyingPartySettings, Settings } from '@latchkey/bpmn';
import type { Sql, Statement } from '../db/sql.ts';

/** `r` names a relying party, or one of its policies beside it. */
const party = `jsonb_array_elements($2::jsonb) as r
    join stores s on s.tenant_id = $1 and s.name = r ->> 'storeName'
    join relying_parties p on p.tenant_id = $1 and p.store_id = s.id`;

const policies: Statement = {
  name: 'process-definitions.policy-settings',
  text: `select distinct s.name as "storeName", p.rp_id as "relyingPartyId", o.name, o.timeout_ms as "timeoutMs",
      o.algorithms, o.attestation,
      (o.demands @? '$.allowedModels[*]' or o.demands @? '$.deniedModels[*]' or o.demands @? '$.watchedModels[*]')
        as "namesAuthenticators",
      coalesce((o.demands ->> 'requireUserProof')::boolean, true) as "requiresUserProof"
    from ${party} and p.rp_id = r ->> 'relyingPartyId'
    join registration_policies o on o.tenant_id = $1 and o.relying_party_id = p.id and o.name = r ->> 'name'
    where r ->> 'kind' = 'registration-policy'`,
};

const relyingParties: Statement = {
  name: 'process-definitions.relying-party-settings',
  text: `select distinct s.name as "storeName", p.rp_id as "relyingPartyId",
      p.related_origins as "relatedOrigins"
    from ${party} and p.rp_id = r ->> 'name'
    where r ->> 'kind' = 'relying-party'`,
};

/** The settings of the policies and relying parties that a diagram names, for its warnings. */
export async function readLintSettings(
  sql: Sql,
  tenant: string,
  references: readonly Reference[],
): Promise<Settings> {
  const values = [tenant, JSON.stringify(references)];
  return {
    policies: await sql.rows<PolicySettings>(policies, values),
    relyingParties: await sql.rows<RelyingPartySettings>(relyingParties, values),
  };
}
