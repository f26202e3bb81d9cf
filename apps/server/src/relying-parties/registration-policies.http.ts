import * as contract from '@latchkey/contract';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import {
  createRegistrationPolicy,
  type PolicyChange,
  type PolicyNeeds,
} from './create-registration-policy.ts';
import { deleteRegistrationPolicy } from './delete-registration-policy.ts';
import { findPolicy, listPolicies } from './registration-policies.sql.ts';
import { registrationPolicyProblems, type StoredRegistrationPolicy } from './registration-policy.ts';
import { requireRelyingParty } from './require-relying-party.ts';
import { updateRegistrationPolicy } from './update-registration-policy.ts';

const target = { kind: 'registration-policy' } as const;

/** The routes of registration policies. */
export function registrationPoliciesHttp(needs: PolicyNeeds & { readonly sql: Sql }): readonly Bound[] {
  const { sql } = needs;
  const create = createRegistrationPolicy(needs);
  const update = updateRegistrationPolicy(needs);
  return [
    bind(contract.createRegistrationPolicy, async ({ actor, params, body }) =>
      shown(
        await audited(sql, actor, { action: 'registration-policy.created', target }, () =>
          create(sql, actor, params, { ...cleared(body), name: body.name }),
        ),
      ),
    ),
    bind(contract.listRegistrationPolicies, async ({ actor, params, query }) => {
      const { id } = await requireRelyingParty(sql, actor.tenant, params);
      const { policies, total } = await listPolicies(sql, actor.tenant, id, query);
      return contract.pageOf(policies.map(shown), total, query);
    }),
    bind(contract.getRegistrationPolicy, async ({ actor, params }) => {
      const { id } = await requireRelyingParty(sql, actor.tenant, params);
      const policy = await findPolicy(sql, actor.tenant, id, params.policyName);
      if (!policy) throw registrationPolicyProblems.create('registration-policy.not-found');
      return shown(policy);
    }),
    bind(contract.updateRegistrationPolicy, async ({ actor, params, body }) =>
      shown(
        await audited(sql, actor, { action: 'registration-policy.changed', target }, () =>
          update(sql, actor, params, cleared(body)),
        ),
      ),
    ),
    bind(contract.deleteRegistrationPolicy, async ({ actor, params }) => {
      await audited(sql, actor, { action: 'registration-policy.deleted', target }, () =>
        deleteRegistrationPolicy(sql, actor, params),
      );
      return undefined;
    }),
  ];
}

/** `null` in a request means absence in the domain. */
const cleared = (change: contract.RegistrationPolicyChange): PolicyChange =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, value ?? undefined]),
  ) as PolicyChange;

function shown(policy: StoredRegistrationPolicy): contract.RegistrationPolicy {
  const { createdAt, updatedAt, updatedBy, ...rest } = policy;
  return {
    ...(rest as Omit<contract.RegistrationPolicy, 'createdDtm' | 'lastUpdatedDtm' | 'lastUpdatedBy'>),
    legacyAlgorithms: policy.legacyAlgorithms ?? false,
    createdDtm: createdAt.toISOString(),
    lastUpdatedDtm: updatedAt.toISOString(),
    lastUpdatedBy: updatedBy,
  };
}
