import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { deletePolicy } from './registration-policies.sql.ts';
import { registrationPolicyProblems } from './registration-policy.ts';
import { requireRelyingParty } from './require-relying-party.ts';
import type { PolicyAddress } from './update-registration-policy.ts';

/**
 * Deletes a registration policy; registrations started by it can no longer complete. Throws `store.not-found`,
 * `relying-party.not-found` and `registration-policy.not-found`.
 */
export async function deleteRegistrationPolicy(
  sql: Sql,
  actor: Actor,
  address: PolicyAddress,
): Promise<void> {
  const relyingParty = await requireRelyingParty(sql, actor.tenant, address);
  if (await deletePolicy(sql, actor, relyingParty.id, address.policyName)) return;
  throw registrationPolicyProblems.create('registration-policy.not-found');
}
