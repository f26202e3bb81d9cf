import type { NewId } from '@latchkey/kernel';
import { defaultRegistrationPolicy, type RegistrationPolicy } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import { violatedUnique } from '../db/database-problems.ts';
import type { Sql } from '../db/sql.ts';
import { originsOf } from './expected-origins.ts';
import { insertPolicy } from './registration-policies.sql.ts';
import {
  registrationPolicyProblems,
  requireValidPolicy,
  type StoredRegistrationPolicy,
} from './registration-policy.ts';
import { type RelyingPartyAddress, requireRelyingParty } from './require-relying-party.ts';

/**
 * Adds a registration policy; what is absent has the platform's default. Throws `store.not-found`,
 * `relying-party.not-found`, `registration-policy.invalid` and `registration-policy.name-not-unique`.
 */
export function createRegistrationPolicy({ newId, publicOrigin }: PolicyNeeds) {
  return async (
    sql: Sql,
    actor: Actor,
    address: RelyingPartyAddress,
    settings: PolicyChange & { readonly name: string },
  ): Promise<StoredRegistrationPolicy> => {
    const relyingParty = await requireRelyingParty(sql, actor.tenant, address);
    const policy = { ...defaultRegistrationPolicy, ...settings } as RegistrationPolicy;
    requireValidPolicy(policy, originsOf(relyingParty, publicOrigin()));
    return await asUnique(insertPolicy(sql, actor, relyingParty.id, newId(), policy));
  };
}

export type PolicyNeeds = {
  readonly newId: NewId;
  /** The origin at which people see this platform. */
  readonly publicOrigin: () => string;
};

/** Settings of a policy: what is absent stays as it is, `undefined` that is present clears. */
export type PolicyChange = {
  readonly [Key in keyof RegistrationPolicy]?: RegistrationPolicy[Key] | undefined;
};

/** Turns the database's word on a taken name into the problem of it. */
export async function asUnique<Result>(saving: Promise<Result>): Promise<Result> {
  try {
    return await saving;
  } catch (cause) {
    if (violatedUnique(cause) === undefined) throw cause;
    throw registrationPolicyProblems.create('registration-policy.name-not-unique', { cause });
  }
}
