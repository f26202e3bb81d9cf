import type { RegistrationPolicy } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { asUnique, type PolicyChange, type PolicyNeeds } from './create-registration-policy.ts';
import { originsOf } from './expected-origins.ts';
import { findPolicy, updatePolicy } from './registration-policies.sql.ts';
import {
  registrationPolicyProblems,
  requireValidPolicy,
  type StoredRegistrationPolicy,
} from './registration-policy.ts';
import { type RelyingPartyAddress, requireRelyingParty } from './require-relying-party.ts';

export type PolicyAddress = RelyingPartyAddress & { readonly policyName: string };

/**
 * Changes a policy. Sessions already started are judged
 * by the stricter of both. Throws `store.not-found`, `relying-party.not-found`, `registration-policy.not-found`,
 * `registration-policy.invalid` and `registration-policy.name-not-unique`.
 */
export function updateRegistrationPolicy({ publicOrigin }: Pick<PolicyNeeds, 'publicOrigin'>) {
  return async (
    sql: Sql,
    actor: Actor,
    address: PolicyAddress,
    change: PolicyChange,
  ): Promise<StoredRegistrationPolicy> => {
    const relyingParty = await requireRelyingParty(sql, actor.tenant, address);
    const current = await findPolicy(sql, actor.tenant, relyingParty.id, address.policyName);
    if (!current) throw registrationPolicyProblems.create('registration-policy.not-found');
    const next = { ...current, ...change } as RegistrationPolicy;
    requireValidPolicy(next, originsOf(relyingParty, publicOrigin()));
    const changed = await asUnique(updatePolicy(sql, actor, relyingParty.id, current.id, next));
    if (!changed) throw registrationPolicyProblems.create('registration-policy.not-found');
    return changed;
  };
}
