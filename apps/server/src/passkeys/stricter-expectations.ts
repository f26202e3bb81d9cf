import type { RegistrationExpectations, RegistrationPolicy } from '@latchkey/passkeys';

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
  const protection = stronger(protections, started.credentialProtection, current.credentialProtection);
  return {
    ...started,
    algorithms: started.algorithms.filter((id) => current.algorithms.includes(id)),
    userVerification: stronger(needs, started.userVerification, current.userVerification),
    residentKey: stronger(needs, started.residentKey, current.residentKey),
    attestation: stronger(conveyances, started.attestation, current.attestation),
    ...(attachment && { attachment }),
    ...(protection && { credentialProtection: protection }),
    enforceCredentialProtection:
      started.enforceCredentialProtection === true || current.enforceCredentialProtection,
  };
}

const stronger = <Word>(order: readonly Word[], one: Word, other: Word): Word =>
  order.indexOf(one) >= order.indexOf(other) ? one : other;
