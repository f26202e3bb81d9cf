import { randomBytes } from 'node:crypto';
import type { PolicyTrial, PolicyVerdict } from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import { type RegistrationExpectations, registrationOptions } from '@latchkey/passkeys';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { originsOf } from './expected-origins.ts';
import { policyVerdict } from './policy-verdict.ts';
import { findPolicy } from './registration-policies.sql.ts';
import { registrationPolicyProblems } from './registration-policy.ts';
import { requireRelyingParty } from './require-relying-party.ts';
import type { TrialSeal } from './trial-seal.ts';
import type { PolicyAddress } from './update-registration-policy.ts';

type Needs = {
  readonly seal: TrialSeal;
  readonly now: Clock;
  /** The origin at which people see this platform, and so the Backoffice. */
  readonly publicUrl: () => string;
  readonly providerOf: (aaguid: string) => string | undefined;
};

type Sealed = { readonly expectations: RegistrationExpectations; readonly expiresAt: number };

/** Beside the browser's own timeout, for the way. */
const graceMs = 60_000;

/**
 * Makes the options of a policy for the operator's own browser; the platform's origin counts beside the relying
 * party's. Nothing is kept. Throws as `requireRelyingParty` does, and `registration-policy.not-found`.
 */
export function startPolicyTrial({ seal, now, publicUrl }: Needs) {
  return async (sql: Sql, actor: Actor, address: PolicyAddress): Promise<PolicyTrial> => {
    const { party, policy } = await policyAt(sql, actor, address);
    const publicOrigin = publicUrl();
    const rpId = party.relyingPartyId;
    const origins = originsOf(party, publicOrigin);
    const isOriginAdded = !origins.includes(publicOrigin);
    const { clientRequest, expectations } = registrationOptions({
      policy,
      relyingParty: { id: rpId, name: party.name, origins: [...new Set([...origins, publicOrigin])] },
      user: {
        handle: randomBytes(32),
        name: `Trial of ${policy.name}`,
        displayName: `Trial of ${policy.name}`,
      },
      challenge: randomBytes(64),
    });
    const expiresAt = now() + policy.timeoutMs + graceMs;
    const trial = seal.close({ expectations, expiresAt } satisfies Sealed, purposeOf(actor, address));
    return {
      trial,
      clientRequest: clientRequest as PolicyTrial['clientRequest'],
      expiresAt: new Date(expiresAt).toISOString(),
      isOriginAdded,
    };
  };
}

/**
 * Judges the answer to a trial of the same actor and policy. Throws as `startPolicyTrial` does, and
 * `registration-policy.trial-over`.
 */
export function judgePolicyTrial({ seal, now, providerOf }: Needs) {
  return async (
    sql: Sql,
    actor: Actor,
    address: PolicyAddress,
    answer: TrialAnswer,
  ): Promise<PolicyVerdict> => {
    await policyAt(sql, actor, address);
    const sealed = seal.open<Sealed>(answer.trial, purposeOf(actor, address));
    if (sealed === undefined || sealed.expiresAt <= now())
      throw registrationPolicyProblems.create('registration-policy.trial-over');
    return policyVerdict(sealed.expectations, answer.clientResponse, { now: now(), providerOf });
  };
}

type TrialAnswer = { readonly trial: string; readonly clientResponse: unknown };

async function policyAt(sql: Sql, actor: Actor, address: PolicyAddress) {
  const party = await requireRelyingParty(sql, actor.tenant, address);
  const policy = await findPolicy(sql, actor.tenant, party.id, address.policyName);
  if (!policy) throw registrationPolicyProblems.create('registration-policy.not-found');
  return { party, policy };
}

const purposeOf = ({ tenant, id }: Actor, { storeName, rpId, policyName }: PolicyAddress): string =>
  JSON.stringify([tenant, id, storeName, rpId, policyName]);
