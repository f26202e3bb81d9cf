import { type RegistrationExpectations, type RegistrationPolicy, stricterDemands } from '@latchkey/passkeys';

const needs = ['discouraged', 'preferred', 'required'] as const;
const conveyances = ['none', 'indirect', 'direct', 'enterprise'] as const;
const protections = [
  undefined,
  'userVerificationOptional',
  'userVerificationOptionalWithCredentialIDList',
  'userVerificationRequired',
] as const;

/**
 * What a started registration is judged by after its policy changed: of each demand the stricter one, so that neither
 * an old session weakens a new policy nor a new policy weakens what was promised at the start. `undefined` when the
 * two contradict each other.
 */
export function stricterExpectations(
  started: RegistrationExpectations,
  current: RegistrationPolicy,
): RegistrationExpectations | undefined {
  const attachment = started.attachment ?? current.attachment;
  if (current.attachment !== undefined && current.attachment !== attachment) return undefined;
  const demands = stricterDemands(started.demands ?? {}, current);
  if (!demands) return undefined;
  const protection = stronger(protections, started.credentialProtection, current.credentialProtection);
  const { legacyAttestation, demands: _, ...others } = started;
  return {
    ...others,
    algorithms: started.algorithms.filter((id) => current.algorithms.includes(id)),
    userVerification: stronger(needs, started.userVerification, current.userVerification),
    residentKey: stronger(needs, started.residentKey, current.residentKey),
    attestation: stronger(conveyances, started.attestation, current.attestation),
    ...(attachment && { attachment }),
    origins: started.origins.filter((one) => isAmong(one, current.origins)),
    topOrigins: started.topOrigins.filter((one) => current.topOrigins?.includes(one)),
    userPresence: started.userPresence !== false || current.conditionalCreate !== true,
    ...(current.requireTrustAnchor && { requireTrustAnchor: true }),
    ...(legacyAttestation && current.legacyAttestation && { legacyAttestation: true }),
    ...(Object.keys(demands).length > 0 && { demands }),
    ...(protection && { credentialProtection: protection }),
    enforceCredentialProtection:
      started.enforceCredentialProtection === true || current.enforceCredentialProtection,
  };
}

const stronger = <Word>(order: readonly Word[], one: Word, other: Word): Word =>
  order.indexOf(one) >= order.indexOf(other) ? one : other;

/** An empty list keeps every origin of the relying party. */
const isAmong = (origin: string, origins: readonly string[] = []): boolean =>
  origins.length === 0 || origins.includes(origin);
