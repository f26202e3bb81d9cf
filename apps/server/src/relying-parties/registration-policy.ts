import { defineProblems } from '@latchkey/kernel';
import { algorithms, checkRegistrationPolicy, demandsOf, type RegistrationPolicy } from '@latchkey/passkeys';

/** A policy as it is kept: `version` rises with every update. */
export type StoredRegistrationPolicy = RegistrationPolicy & {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly updatedBy: string;
};

export const registrationPolicyProblems = defineProblems({
  'registration-policy.not-found': { title: 'There is no such registration policy.', status: 404 },
  'registration-policy.invalid': { title: 'The registration policy is not as described.', status: 400 },
  'registration-policy.name-not-unique': {
    title: 'The relying party already has a registration policy with this name.',
    status: 409,
  },
  'registration-policy.trial-over': {
    title: 'The trial is over or was not started here; start it again.',
    status: 409,
  },
});

/**
 * Throws `registration-policy.invalid` with every fault beside its field. `origins` are those of the relying party,
 * which a policy may only narrow.
 */
export function requireValidPolicy(policy: RegistrationPolicy, origins: readonly string[]): void {
  const foreign = (policy.origins ?? []).flatMap((origin, at) =>
    origins.includes(origin)
      ? []
      : [{ pointer: `/origins/${at}`, detail: 'The relying party does not allow this origin.' }],
  );
  const errors = [...checkRegistrationPolicy(policy), ...foreign];
  if (errors.length > 0) throw registrationPolicyProblems.create('registration-policy.invalid', { errors });
}

/** Whether a policy offers an algorithm of the legacy profile, which is why it was allowed to. */
export const offersLegacy = (offered: readonly number[]): boolean =>
  offered.some((id) => algorithms.get(id)?.isLegacy === true);

/** What a policy demands beyond the options of the browser, as it is kept. */
export const demandsIn = (policy: RegistrationPolicy): ReturnType<typeof demandsOf> => demandsOf(policy);
