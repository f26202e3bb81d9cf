import type { PolicyVerdict } from '@latchkey/contract';
import { Problem, toBase64url } from '@latchkey/kernel';
import {
  checkOf,
  type RegistrationExpectations,
  registrationChecks,
  type VerifiedRegistration,
  verifyRegistration,
} from '@latchkey/passkeys';

/** Judges an answer as a registration does and tells every check; names the model by `providerOf`. Pure but for time. */
export function policyVerdict(
  expectations: RegistrationExpectations,
  clientResponse: unknown,
  { now, providerOf }: { readonly now: number; readonly providerOf: (aaguid: string) => string | undefined },
): PolicyVerdict {
  try {
    const verified = verifyRegistration(expectations, clientResponse, { now });
    return { accepted: true, checks: checksUntil(undefined), facts: factsOf(verified, providerOf) };
  } catch (problem) {
    if (!(problem instanceof Problem) || !Object.hasOwn(problem.facts, 'step')) throw problem;
    return { accepted: false, problem: told(problem), checks: checksUntil(problem.code) };
  }
}

function checksUntil(failed: string | undefined): PolicyVerdict['checks'] {
  const codes: readonly string[] = registrationChecks;
  const end = failed === undefined ? codes.length : codes.indexOf(checkOf(failed));
  return codes.map((code, place) => ({
    code,
    outcome: place < end ? 'PASSED' : place === end ? 'FAILED' : 'NOT_REACHED',
  }));
}

const told = ({ code, title, detail, facts }: Problem): NonNullable<PolicyVerdict['problem']> => ({
  code,
  title,
  ...(detail !== undefined && { detail }),
  step: String(facts.step),
});

function factsOf(
  verified: VerifiedRegistration,
  providerOf: (aaguid: string) => string | undefined,
): NonNullable<PolicyVerdict['facts']> {
  const { credentialId, residentKey, attachment, transports, aaguid } = verified;
  const provider = providerOf(aaguid);
  return {
    credentialId: toBase64url(credentialId),
    algorithm: verified.algorithm,
    userVerified: verified.userVerified,
    backupEligible: verified.backupEligible,
    backedUp: verified.backedUp,
    ...(residentKey !== undefined && { discoverable: residentKey }),
    ...(attachment !== undefined && { attachment }),
    transports: [...transports],
    aaguid,
    aaguidVerified: verified.aaguidVerified,
    ...(provider !== undefined && { provider }),
    attestationFormat: verified.attestationFormat,
    attestationType: verified.attestationType,
    origin: verified.origin,
  };
}
